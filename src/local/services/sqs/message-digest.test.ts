import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { attributesDigest } from './message-digest.ts';

test('attributes are digested in the order of their names, binary values marked as such', () => {
  const attributes = new Map([
    ['b', { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) }],
    ['a', { DataType: 'String', StringValue: 'x' }],
  ]);
  const bytes =
    '\0\0\0\x01a\0\0\0\x06String\x01\0\0\0\x01x' + '\0\0\0\x01b\0\0\0\x06Binary\x02\0\0\0\x02\0\xff';
  const expected = createHash('md5').update(Buffer.from(bytes, 'latin1')).digest('hex');
  expect(attributesDigest(attributes)).toBe(expected);
});

test('no attributes have no digest', () => {
  expect(attributesDigest(new Map())).toBeUndefined();
});
