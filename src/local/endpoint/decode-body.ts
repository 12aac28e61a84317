import { gunzipSync } from 'node:zlib';
import { isAwsChunked, unchunk } from './aws-chunked.ts';
import { verifyChecksums } from './checksums.ts';
import type { HttpRequest } from './http-message.ts';
import { ServiceError } from './service-error.ts';
import type { ServiceModel } from './service-model.ts';
import { DEFAULT_MAX_BYTES } from './service-models.ts';

/**
 * Undoes what lies around a body after its signature was verified: S3's chunks (whose trailers then count as headers),
 * and gzip, in which clients wrap large PutMetricData requests.
 */
export function decodeBody(request: HttpRequest, service: ServiceModel): HttpRequest {
  if (service.name === 's3' || service.name === 's3control') return decodeS3(request);
  if (request.headers['content-encoding'] !== 'gzip') return request;
  return { ...request, body: gunzip(request.body, service.maxBytes ?? DEFAULT_MAX_BYTES) };
}

function decodeS3(request: HttpRequest): HttpRequest {
  const decoded = isAwsChunked(request.headers) ? decodeChunks(request) : request;
  // On CompleteMultipartUpload a checksum is the whole object's, not the body's.
  const isOfBody = !(request.method === 'POST' && request.query.has('uploadId'));
  if (isOfBody) verifyChecksums(decoded.headers, decoded.body);
  return decoded;
}

function decodeChunks(request: HttpRequest): HttpRequest {
  const { body, trailers } = unchunk(request.body, request.headers['x-amz-decoded-content-length']);
  // `aws-chunked` is about the way here, not about the object that is stored.
  const encodings = (request.headers['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const kept = encodings.filter((encoding) => encoding !== '' && encoding !== 'aws-chunked').join(',');
  const { 'content-encoding': _, ...headers } = request.headers;
  return {
    ...request,
    body,
    headers: {
      ...headers,
      ...(kept && { 'content-encoding': kept }),
      ...trailers,
      'content-length': String(body.length),
    },
  };
}

function gunzip(body: Buffer, maxOutputLength: number): Buffer {
  try {
    return gunzipSync(body, { maxOutputLength });
  } catch (cause) {
    throw new ServiceError('SerializationException', `The gzip body is not readable: ${cause}`);
  }
}
