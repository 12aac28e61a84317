import type { GetObjectRequest } from '@aws-sdk/client-s3';
import { dispatch } from '../../endpoint/dispatch.ts';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { validationError } from './template/template-error.ts';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const maxBodyBytes = 51_200;
const maxObjectBytes = 1_000_000;

export interface TemplateSource {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}

/**
 * The text of the template that a request brings or points to; undefined when it does neither.
 * @throws ServiceError `ValidationError` when it is too long or cannot be read
 */
export async function readTemplateText(
  { TemplateBody: body, TemplateURL: url }: TemplateSource,
  call: Call,
): Promise<string | undefined> {
  if (body && url) throw validationError('Only one of TemplateBody or TemplateURL may be specified.');
  if (url) return readObject(url, call);
  if (body && Buffer.byteLength(body) > maxBodyBytes) {
    throw validationError(
      `1 validation error detected: Value '…' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${maxBodyBytes}`,
    );
  }
  return body;
}

export async function requireTemplateText(source: TemplateSource, call: Call): Promise<string> {
  const text = await readTemplateText(source, call);
  if (!text) throw validationError('Either Template URL or Template Body must be specified.');
  return text;
}

/** Reads as who asks for the stack, as AWS does. */
async function readObject(url: string, call: Call): Promise<string> {
  const body = await getObject(placeOf(url, call), call);
  if (body.length > maxObjectBytes) {
    throw validationError(`Template may not exceed ${maxObjectBytes} bytes in size.`);
  }
  return Buffer.from(body).toString();
}

async function getObject(input: GetObjectRequest, call: Call): Promise<Uint8Array> {
  try {
    const { Body: body } = (await dispatch({ service: 's3', operation: 'GetObject', input, call })) as {
      Body?: unknown;
    };
    if (body instanceof Uint8Array) return body;
  } catch (error) {
    if (error instanceof ServiceError) throw validationError(`S3 error: ${error.message}`);
    throw error;
  }
  throw validationError(`S3 error: the object ${input.Key} has no body`);
}

/** The bucket and key that a URL names, in path style or virtual-hosted style, at AWS's addresses or the embedded one. */
function placeOf(url: string, { world }: Call): GetObjectRequest {
  const { host, pathname, searchParams } = parseUrl(url);
  const path = decodeURIComponent(pathname.slice(1));
  const VersionId = searchParams.get('versionId') ?? undefined;
  const virtualHost = /^(.+)\.s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$/.exec(host);
  if (virtualHost) return { Bucket: virtualHost[1], Key: path, VersionId };
  const isEmbedded = world.endpointUrl !== '' && host === new URL(world.endpointUrl).host;
  if (!isEmbedded && !/^s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/.test(host)) {
    throw validationError(`S3 error: Domain name specified in ${host} is not a valid S3 domain`);
  }
  const slash = path.indexOf('/');
  return { Bucket: path.slice(0, slash), Key: path.slice(slash + 1), VersionId };
}

function parseUrl(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw validationError('TemplateURL must be a supported URL.');
}
