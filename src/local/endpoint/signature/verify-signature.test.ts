import { expect, test } from 'vitest';
import { type HttpRequest, splitTarget } from '../http-message.ts';
import { signedRequestOf } from './signed-request.ts';
import { signatureProblem } from './verify-signature.ts';

// AWS's own published examples, with the key and secret of its documentation; the presigned URL is the one that botocore
// makes of the example's object and time.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function problemOf(target: string, headers: Record<string, string>, secret = SECRET): string | undefined {
  const request: HttpRequest = {
    method: 'GET',
    ...splitTarget(target),
    headers,
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
  };
  const signed = signedRequestOf(request);
  return signed ? signatureProblem(request, signed, secret) : 'not signed';
}

const getObject = {
  host: 'examplebucket.s3.amazonaws.com',
  range: 'bytes=0-9',
  'x-amz-content-sha256': EMPTY_HASH,
  'x-amz-date': '20130524T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
};

const listUsers = {
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  host: 'iam.amazonaws.com',
  'x-amz-date': '20150830T123600Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
};

const presigned = (path: string) =>
  `${path}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;

test("AWS's example of a signed S3 request is right", () => {
  expect(problemOf('/test.txt', getObject)).toBeUndefined();
});

test("AWS's example of a signed query request is right", () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
  expect(problemOf('/?Action=ListUsers&Version=2010-05-08', listUsers, secret)).toBeUndefined();
});

test("a presigned URL of botocore's is right, for its object alone", () => {
  const headers = { host: 'examplebucket.s3.amazonaws.com' };
  expect(problemOf(presigned('/test.txt'), headers)).toBeUndefined();
  expect(problemOf(presigned('/other.txt'), headers)).toContain('does not match');
});

test('a changed header, path, query or secret is noticed', () => {
  expect(problemOf('/test.txt', { ...getObject, range: 'bytes=0-99' })).toContain('does not match');
  expect(problemOf('/other.txt', getObject)).toContain('does not match');
  expect(problemOf('/test.txt?acl', getObject)).toContain('does not match');
  expect(problemOf('/test.txt', getObject, 'other')).toContain('does not match');
});

test('the day of the scope is the day of the request', () => {
  const headers = { ...getObject, 'x-amz-date': '20130525T000000Z' };
  expect(problemOf('/test.txt', headers)).toContain('Date in Credential scope');
});

test.each([
  ['no signature at all', {}],
  ['another scheme', { authorization: 'Bearer token' }],
  ['an older version', { authorization: 'AWS AKIAIOSFODNN7EXAMPLE:signature' }],
  ['a scope cut off', { authorization: getObject.authorization.replace('/aws4_request', '') }],
])('%s is no Signature Version 4', (_what, headers) => {
  expect(problemOf('/test.txt', { 'x-amz-date': '20130524T000000Z', ...headers })).toBe('not signed');
});
