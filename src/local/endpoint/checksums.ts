import { createHash } from 'node:crypto';
import { CRC32, CRC32C, CRC64_NVME, crc32Of, crc64Of } from './crc.ts';
import { ServiceError } from './service-error.ts';

const hash = (algorithm: string) => (body: Uint8Array) => createHash(algorithm).update(body).digest();

const checksums = new Map<string, (body: Uint8Array) => Buffer>([
  ['content-md5', hash('md5')],
  ['x-amz-checksum-md5', hash('md5')],
  ['x-amz-checksum-sha1', hash('sha1')],
  ['x-amz-checksum-sha256', hash('sha256')],
  ['x-amz-checksum-sha512', hash('sha512')],
  ['x-amz-checksum-crc32', (body) => crc32Of(CRC32, body)],
  ['x-amz-checksum-crc32c', (body) => crc32Of(CRC32C, body)],
  ['x-amz-checksum-crc64nvme', (body) => crc64Of(CRC64_NVME, body)],
]);

/** Headers that say something about a checksum without being one. */
const notChecksums = new Set(['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type']);

/**
 * Compares a body with every checksum its headers (or trailers) tell, as S3 does.
 * @throws ServiceError BadDigest; InvalidRequest for an algorithm that is not known here
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
export function verifyChecksums(headers: Readonly<Record<string, string>>, body: Uint8Array): void {
  for (const [name, told] of Object.entries(headers)) {
    const isChecksum =
      name === 'content-md5' || (name.startsWith('x-amz-checksum-') && !notChecksums.has(name));
    if (isChecksum) verifyChecksum(name, told, body);
  }
}

function verifyChecksum(name: string, told: string, body: Uint8Array): void {
  const compute = checksums.get(name);
  if (!compute)
    throw new ServiceError('InvalidRequest', `The embedded AWS does not know the checksum ${name}.`);
  if (compute(body).toString('base64') === told) return;
  throw new ServiceError('BadDigest', `The ${name} you specified did not match what we received.`);
}
