import { createHash } from 'node:crypto';
import type { HttpRequest } from '../http-message.ts';
import type { SignedRequest } from './signed-request.ts';

/**
 * The text that is signed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: HttpRequest, signed: SignedRequest): string {
  return [
    request.method,
    canonicalPath(request.path, signed.service),
    canonicalQuery(request.query),
    ...signed.signedHeaders.map((name) => `${name}:${canonicalValue(request.headers[name] ?? '')}`),
    '',
    signed.signedHeaders.join(';'),
    payloadHash(request, signed),
  ].join('\n');
}

/** S3 signs its paths as they are sent; all others normalize them and escape them once more. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3') return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(percentEncode(segment));
  }
  const end = segments.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${segments.join('/')}${end}`;
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort((left, right) => compare(left[0], right[0]) || compare(left[1], right[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

const compare = (left: string, right: string) => Number(left > right) - Number(left < right);

const canonicalValue = (value: string) => value.trim().replace(/\s+/g, ' ');

/** RFC 3986: `encodeURIComponent` leaves five characters that SigV4 escapes. */
const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * S3 takes the hash that the request declares (a hash, `UNSIGNED-PAYLOAD` or a `STREAMING-…` form); all others sign what
 * was sent.
 */
export function payloadHash(request: HttpRequest, { service, isPresigned }: SignedRequest): string {
  if (service !== 's3') return sha256(request.body);
  const declared = request.headers['x-amz-content-sha256'] ?? request.query.get('X-Amz-Content-Sha256');
  return declared ?? (isPresigned ? 'UNSIGNED-PAYLOAD' : sha256(request.body));
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
