import { BlockList, isIP } from 'node:net';
import type { World } from '../../endpoint/world.ts';
import { findBucket } from '../s3/bucket.ts';
import type { Detector } from './detector.ts';

/** Whether a trusted list of a detector, as S3 has it now, holds an address. */
export const isTrusted = (world: World, { ipSets }: Detector, address: string): boolean =>
  isIP(address) === 4 &&
  [...ipSets.values()].some(
    ({ isActive, location }) => isActive && readAddresses(world, location)?.check(address),
  );

/** The addresses that an object lists, one address or CIDR range a line; undefined when there is no such object. */
export function readAddresses(world: World, location: string): BlockList | undefined {
  const { bucket = '', key = '' } = forms.map((form) => form.exec(location)?.groups).find(Boolean) ?? {};
  const [newest] = findBucket(world, bucket)?.objects.get(decodeURIComponent(key)) ?? [];
  if (!newest?.content) return undefined;
  const addresses = new BlockList();
  for (const line of Buffer.from(newest.content.body).toString().split(/\s+/)) addLine(addresses, line);
  return addresses;
}

/** @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_upload-lists.html */
const forms: readonly RegExp[] = [
  /^s3:\/\/(?<bucket>[^/]+)\/(?<key>.+)$/,
  /^https:\/\/s3[^/]*\.amazonaws\.com\/(?<bucket>[^/]+)\/(?<key>.+)$/,
  /^https:\/\/(?<bucket>[^/]+)\.s3[^/]*\.amazonaws\.com\/(?<key>.+)$/,
];

/** What is no address is passed over. */
function addLine(addresses: BlockList, line: string): void {
  const [address = '', prefix] = line.split('/');
  const length = Number(prefix ?? 32);
  if (isIP(address) === 4 && length >= 0 && length <= 32) addresses.addSubnet(address, length);
}
