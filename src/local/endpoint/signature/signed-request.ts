import type { HttpRequest } from '../http-message.ts';

/** What a request says about its own signature. */
export interface SignedRequest {
  readonly accessKeyId: string;
  /** `YYYYMMDD` of the credential scope. */
  readonly scopeDate: string;
  readonly region: string;
  /** The signing name. */
  readonly service: string;
  /** Names in lower case, sorted as sent. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly signedAt: string;
  readonly sessionToken: string | undefined;
  /** Signed in the query (a presigned URL) instead of in a header. */
  readonly isPresigned: boolean;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Reads Signature Version 4 from the Authorization header or the query; undefined when there is none that is complete.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedRequestOf({ headers, query }: HttpRequest): SignedRequest | undefined {
  const { authorization } = headers;
  if (authorization) return ofHeader(authorization, headers);
  return query.get('X-Amz-Algorithm') === ALGORITHM ? ofQuery(query) : undefined;
}

function ofHeader(authorization: string, headers: HttpRequest['headers']): SignedRequest | undefined {
  const [algorithm, ...rest] = authorization.split(' ');
  if (algorithm !== ALGORITHM) return undefined;
  const fields = new Map(rest.join('').split(',').map(splitField));
  return complete({
    credential: fields.get('Credential'),
    signedHeaders: fields.get('SignedHeaders'),
    signature: fields.get('Signature'),
    signedAt: headers['x-amz-date'],
    sessionToken: headers['x-amz-security-token'],
    isPresigned: false,
  });
}

const splitField = (field: string): [string, string] => {
  const equals = field.indexOf('=');
  return [field.slice(0, equals), field.slice(equals + 1)];
};

const ofQuery = (query: URLSearchParams): SignedRequest | undefined =>
  complete({
    credential: query.get('X-Amz-Credential'),
    signedHeaders: query.get('X-Amz-SignedHeaders'),
    signature: query.get('X-Amz-Signature'),
    signedAt: query.get('X-Amz-Date'),
    sessionToken: query.get('X-Amz-Security-Token'),
    isPresigned: true,
  });

interface Parts {
  readonly credential: string | null | undefined;
  readonly signedHeaders: string | null | undefined;
  readonly signature: string | null | undefined;
  readonly signedAt: string | null | undefined;
  readonly sessionToken: string | null | undefined;
  readonly isPresigned: boolean;
}

function complete(parts: Parts): SignedRequest | undefined {
  const { credential, signedHeaders, signature, signedAt, sessionToken, isPresigned } = parts;
  const scope = credential?.split('/') ?? [];
  const [accessKeyId, scopeDate, region, service, terminator] = scope;
  if (!accessKeyId || !scopeDate || !region || !service || terminator !== 'aws4_request') return undefined;
  if (!signedHeaders || !signature || !signedAt) return undefined;
  return {
    accessKeyId,
    scopeDate,
    region,
    service,
    signedHeaders: signedHeaders.split(';'),
    signature,
    signedAt,
    sessionToken: sessionToken ?? undefined,
    isPresigned,
  };
}
