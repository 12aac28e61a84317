import { ServiceError } from './service-error.ts';

/** A chunked body put together again, with the headers that came behind it. */
interface Unchunked {
  readonly body: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

/** Whether a body came as S3 clients stream it: in chunks inside the body, each signed or unsigned. */
export const isAwsChunked = (headers: Readonly<Record<string, string>>): boolean =>
  /(^|,)\s*aws-chunked\b/.test(headers['content-encoding'] ?? '') ||
  (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');

/**
 * Reads `size;chunk-signature=… CRLF bytes CRLF` up to the chunk of size 0, then the trailers.
 * @throws ServiceError when the chunks are cut off or do not add up to the length that was announced
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export function unchunk(raw: Buffer, decodedLength: string | undefined): Unchunked {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = endOfLine(raw, at);
    const size = sizeOf(raw.toString('latin1', at, lineEnd));
    at = lineEnd + 2;
    if (size === 0) break;
    if (raw.toString('latin1', at + size, at + size + 2) !== '\r\n') throw incomplete();
    chunks.push(raw.subarray(at, at + size));
    at += size + 2;
  }
  const body = Buffer.concat(chunks);
  if (decodedLength !== undefined && body.length !== Number(decodedLength)) throw incomplete();
  return { body, trailers: trailersOf(raw.toString('latin1', at)) };
}

function endOfLine(raw: Buffer, at: number): number {
  const end = raw.indexOf('\r\n', at);
  if (end < 0) throw incomplete();
  return end;
}

function sizeOf(line: string): number {
  const [size = ''] = line.split(';');
  if (!/^[0-9a-f]{1,8}$/i.test(size)) throw incomplete();
  return Number.parseInt(size, 16);
}

const trailersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => [
        line.slice(0, line.indexOf(':')).trim().toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );

const incomplete = () =>
  new ServiceError('IncompleteBody', 'The request body terminated unexpectedly: its chunks do not add up.');
