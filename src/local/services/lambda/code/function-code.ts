import { createHash } from 'node:crypto';
import { unsupported } from '../../../endpoint/unsupported.ts';
import { invalidParameter } from '../lambda-error.ts';
import { readZip, ZipError } from './zip.ts';

/** A function's code: the files of its archive. */
export interface FunctionCode {
  readonly files: ReadonlyMap<string, Buffer>;
  /** SHA-256 of the archive, base64. */
  readonly sha256: string;
  /** Of the archive. */
  readonly bytes: number;
}

interface CodeInput {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly ImageUri?: string | undefined;
}

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const MAX_ARCHIVE_BYTES = 50 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;

/** @throws ServiceError `InvalidParameterValueException` */
export function functionCode({ ZipFile, S3Bucket, ImageUri }: CodeInput): FunctionCode {
  if (ImageUri) throw unsupported('functions of container images');
  if (S3Bucket) throw unsupported('function code in S3');
  if (!ZipFile || ZipFile.length === 0) throw invalidParameter('Please provide a source for function code.');
  if (ZipFile.length > MAX_ARCHIVE_BYTES) throw invalidParameter('The archive is larger than 50 MB.');
  const archive = Buffer.from(ZipFile);
  return {
    files: unzipped(archive),
    sha256: createHash('sha256').update(archive).digest('base64'),
    bytes: archive.length,
  };
}

function unzipped(archive: Buffer): Map<string, Buffer> {
  try {
    return readZip(archive, MAX_UNPACKED_BYTES);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw invalidParameter(
      `Could not unzip uploaded file. Please check your file, then try to upload again. ${error.message}.`,
    );
  }
}
