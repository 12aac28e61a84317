import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';
import type { HttpRequest } from './http-message.ts';
import { serviceModel } from './service-models.ts';

function modelOf(name: string) {
  const model = serviceModel(name);
  if (!model) throw new Error(`no service ${name}`);
  return model;
}

const request = (headers: Record<string, string>, body: Buffer): HttpRequest => ({
  method: 'PUT',
  path: '/b/k',
  query: new URLSearchParams(),
  headers,
  body,
  sourceIp: '127.0.0.1',
});

test('a gzip body is opened', () => {
  const packed = request({ 'content-encoding': 'gzip' }, gzipSync('hello'));
  expect(decodeBody(packed, modelOf('monitoring')).body.toString()).toBe('hello');
});

test('a small body that would open into a huge one is refused', () => {
  const bomb = request({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(32 * 1024 * 1024)));
  expect(() => decodeBody(bomb, modelOf('monitoring'))).toThrow('not readable');
});

test('an S3 object keeps its own encoding, not that of the way', () => {
  const headers = { 'content-encoding': 'aws-chunked,gzip', 'x-amz-decoded-content-length': '5' };
  const decoded = decodeBody(request(headers, Buffer.from('5\r\nhello\r\n0\r\n\r\n')), modelOf('s3'));
  expect(decoded.body.toString()).toBe('hello');
  expect(decoded.headers['content-encoding']).toBe('gzip');
});

test('a checksum in a trailer is compared', () => {
  const headers = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '5' };
  const body = Buffer.from('5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n');
  expect(() => decodeBody(request(headers, body), modelOf('s3'))).toThrow('x-amz-checksum-crc32');
});
