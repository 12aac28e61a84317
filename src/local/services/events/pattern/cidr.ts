import { BlockList, isIP } from 'node:net';
import { invalidPattern } from './invalid-pattern.ts';
import { type Matcher, textMatcher } from './matcher.ts';

/** `"10.0.0.0/24"` or `"2001:db8::/32"`. */
export function cidr(operand: unknown): Matcher {
  if (typeof operand !== 'string') throw invalidPattern('prefix match pattern must be a string');
  const [address = '', bits = '', ...rest] = operand.split('/');
  if (!operand.includes('/') || rest.length) throw invalidPattern("Malformed CIDR, one '/' required");
  const maskBits = parseMaskBits(bits);
  const version = isIP(address);
  if (!version) throw invalidPattern(`Nonstandard IP address: ${address}`);
  refuseWholeAddress(version, maskBits);
  const range = new BlockList();
  range.addSubnet(address, maskBits, family(version));
  return textMatcher((text) => isIP(text) === version && range.check(text, family(version)));
}

const family = (version: number) => (version === 6 ? 'ipv6' : 'ipv4');

function parseMaskBits(bits: string): number {
  const maskBits = Number(bits);
  if (!bits || !Number.isInteger(maskBits)) {
    throw invalidPattern('Malformed CIDR, mask bits must be an integer');
  }
  if (maskBits < 0) throw invalidPattern('Malformed CIDR, mask bits must not be negative');
  return maskBits;
}

/** A single address is written as a plain value, not as a range of one. */
function refuseWholeAddress(version: number, maskBits: number) {
  const addressBits = version === 6 ? 128 : 32;
  if (maskBits >= addressBits) throw invalidPattern(`IPv${version} mask bits must be < ${addressBits}`);
}
