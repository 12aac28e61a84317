import { expect, test } from 'vitest';
import { isAwsChunked, unchunk } from './aws-chunked.ts';

const body = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));

test('chunks are put together and trailers kept', () => {
  const raw = body(
    '5;chunk-signature=abc\nhello\n1\n!\n0;chunk-signature=def\nx-amz-checksum-crc32:AAAA\n\n',
  );
  const { body: whole, trailers } = unchunk(raw, '6');
  expect(whole.toString()).toBe('hello!');
  expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAA' });
});

test('an empty body is one chunk of nothing', () => {
  expect(unchunk(body('0\n\n'), '0').body).toHaveLength(0);
});

test.each([
  ['a cut-off chunk', '5\nhel', '5'],
  ['no last chunk', '5\nhello\n', '5'],
  ['a size that is no number', 'x\nhello\n0\n\n', '5'],
  ['another length than announced', '5\nhello\n0\n\n', '6'],
])('%s is refused', (_name, text, length) => {
  expect(() => unchunk(body(text), length)).toThrow('do not add up');
});

test('a body is chunked when its encoding or its payload hash says so', () => {
  expect(isAwsChunked({ 'content-encoding': 'gzip, aws-chunked' })).toBe(true);
  expect(isAwsChunked({ 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' })).toBe(true);
  expect(isAwsChunked({ 'content-encoding': 'gzip', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).toBe(
    false,
  );
});
