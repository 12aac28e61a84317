import { expect, test } from 'vitest';
import { verifyChecksums } from './checksums.ts';

// The check values of each CRC's specification: those of the text "123456789".
const nine = Buffer.from('123456789');
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

test.each([
  ['x-amz-checksum-crc32', base64('cbf43926')],
  ['x-amz-checksum-crc32c', base64('e3069283')],
  ['x-amz-checksum-crc64nvme', base64('ae8b14860a799888')],
  ['x-amz-checksum-sha1', base64('f7c3bc1d808e04732adf679965ccc34ca7ae3441')],
  ['content-md5', base64('25f9e794323b453885f5181f1b624d0b')],
])('%s that fits is accepted, another is not', (name, checksum) => {
  expect(() => verifyChecksums({ [name]: checksum }, nine)).not.toThrow();
  expect(() => verifyChecksums({ [name]: checksum }, Buffer.from('12345678'))).toThrow('did not match');
});

test('a checksum that is not known here is refused by name', () => {
  expect(() => verifyChecksums({ 'x-amz-checksum-xxhash3': 'x' }, nine)).toThrow('x-amz-checksum-xxhash3');
});

test('headers about checksums are none', () => {
  expect(() => verifyChecksums({ 'x-amz-checksum-mode': 'ENABLED' }, nine)).not.toThrow();
});
