import type { Actor } from '../actor.ts';
import { parseArn } from '../arn.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import { quote } from './trail-request.ts';

// How to read the request of a call on the log bucket, as S3 records it: parameters are headers by their names, and the XML
// of the body, in which a list of one element is that element.
// @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html

/** `key is "AWSLogs/…"`, when the request is about a file that CloudTrail delivered, or its digest. */
export const findLogFile = ({ key }: JsonObject): string | null =>
  typeof key === 'string' && LOG_FILE.test(key) ? `key is ${quote(key)}` : null;

/**
 * `prefix/AWSLogs/account/CloudTrail/…`, of an organization's trail with its id before the account; digests and Insights lie in
 * folders beside it. Other services write below AWSLogs, too.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html
 */
const LOG_FILE = /(^|\/)AWSLogs\/(o-[a-z0-9]+\/)?\d{12}\/CloudTrail/;

/** Whether CloudTrail itself made the call: nobody else can be recorded as a service. */
export const isByCloudTrail = ({ kind, name }: Pick<Actor, 'kind' | 'name'>): boolean =>
  kind === 'aws-service' && name === 'cloudtrail.amazonaws.com';

/** A header as text, whether it was recorded as one or in a list. */
export function headerOf(request: JsonObject, name: string): string | null {
  const [value] = [request[name]].flat();
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The elements of a list of XML. */
export const elementsOf = (value: unknown): readonly JsonObject[] => [value].flat().map(asJsonObject);

/** Whether a key belongs to another account: its owner decides who reads what is encrypted with it. */
export function isForeignKey(key: unknown, accountId: string): boolean {
  const owner = typeof key === 'string' ? parseArn(key)?.accountId : undefined;
  return Boolean(owner && accountId) && owner !== accountId;
}
