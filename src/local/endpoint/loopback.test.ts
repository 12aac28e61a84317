import { expect, test } from 'vitest';
import { bucketOfHost, strangerProblem } from './loopback.ts';

test.each([
  '127.0.0.1:4580',
  'localhost',
  'LOCALHOST:80',
  '[::1]:80',
  'bucket.localhost:80',
  '111122223333.127.0.0.1:4580',
])('%s is loopback', (host) => {
  expect(strangerProblem({ host })).toBeUndefined();
});

test.each([
  '',
  'example.com',
  '127.0.0.1.example.com',
  'example.127.0.0.1',
  '1111222233334.127.0.0.1',
  'localhost.example.com',
  'notlocalhost',
  '0.0.0.0',
  '10.0.0.1',
])('the host "%s" is not', (host) => {
  expect(strangerProblem({ host })).toContain('loopback');
});

test('a request without a host is refused', () => {
  expect(strangerProblem({})).toContain('loopback');
});

const host = '127.0.0.1:4580';

test.each([
  ['a page elsewhere', { origin: 'https://example.com' }],
  ['a page on another port of this machine', { origin: 'http://127.0.0.1:3000' }],
  ['a page without an origin', { origin: 'null' }],
  ['an image or link on a page elsewhere', { 'sec-fetch-site': 'cross-site' as const }],
])('what %s sends is refused', (_who, headers) => {
  expect(strangerProblem({ host, ...headers })).toContain('web pages');
});

test('an address typed into a browser and a page of our own are let in', () => {
  expect(strangerProblem({ host, 'sec-fetch-site': 'none' })).toBeUndefined();
  expect(
    strangerProblem({ host, 'sec-fetch-site': 'same-origin', origin: `http://${host}` }),
  ).toBeUndefined();
});

test("a bucket's name may have dots", () => {
  expect(bucketOfHost('my.bucket.localhost:4580')).toBe('my.bucket');
  expect(bucketOfHost('localhost:4580')).toBeUndefined();
  expect(bucketOfHost('127.0.0.1:4580')).toBeUndefined();
});
