import { createHmac } from 'node:crypto';
import type { HttpRequest } from '../http-message.ts';
import { canonicalRequest, sha256 } from './canonical-request.ts';
import type { SignedRequest } from './signed-request.ts';

/**
 * Says what is wrong with a request's signature, undefined when it is right. How long ago it was made is not looked at:
 * AWS refuses clocks that are 5 minutes off, but the clock of this world may be turned by a test while clients keep real time.
 */
export function signatureProblem(
  request: HttpRequest,
  signed: SignedRequest,
  secretAccessKey: string,
): string | undefined {
  if (!signed.signedAt.startsWith(signed.scopeDate)) {
    return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${signed.scopeDate}' != '${signed.signedAt}'.`;
  }
  const unsigned = unsignedHeaders(request, signed);
  if (unsigned.length > 0) return `Headers present in the request are not signed: ${unsigned.join(', ')}`;
  if (signatureOf(request, signed, secretAccessKey) === signed.signature) return undefined;
  return 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.';
}

/** Host and every `x-amz-` header must be signed, else someone between could change them. */
function unsignedHeaders({ headers }: HttpRequest, { signedHeaders }: SignedRequest): string[] {
  return Object.keys(headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
}

function signatureOf(request: HttpRequest, signed: SignedRequest, secretAccessKey: string): string {
  const { scopeDate, region, service, signedAt } = signed;
  const scope = `${scopeDate}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', signedAt, scope, sha256(canonicalRequest(request, signed))].join('\n');
  const key = [scopeDate, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, text).toString('hex');
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
