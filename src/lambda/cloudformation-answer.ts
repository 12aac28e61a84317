import { type Config, endpointOverride } from '../config.ts';
import type { JsonObject } from '../domain/json.ts';

/**
 * Whether a request is CloudFormation's own about this stack. Its answer may only go to CloudFormation's response
 * bucket, or to the endpoint that stands in for AWS.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export function isAnswerable(event: JsonObject, { settings }: Config): boolean {
  if (event.StackId !== settings.stackId || !URL.canParse(String(event.ResponseURL))) return false;
  const url = new URL(String(event.ResponseURL));
  const override = endpointOverride();
  if (override) return url.origin === new URL(override).origin;
  const host = settings.partition === 'aws-cn' ? url.hostname.replace(/\.cn$/, '') : url.hostname;
  return url.protocol === 'https:' && RESPONSE_BUCKET.test(host);
}

/** Its name holds the Region without hyphens. */
const RESPONSE_BUCKET =
  /^cloudformation-custom-resource-response-[a-z0-9]+\.s3[.-]([a-z0-9-]+\.)?amazonaws\.com$/;
const ANSWER_WITHIN_MS = 5_000;

/** Always success: a deployment must not fail because an account has no trail yet. */
export async function answerCloudFormation(
  event: JsonObject,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({
    Status: 'SUCCESS',
    PhysicalResourceId: 'trailkeeper-coverage',
    StackId,
    RequestId,
    LogicalResourceId,
    Data: data,
  });
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const { ok, status } = await fetch(String(event.ResponseURL), {
    method: 'PUT',
    // The URL is signed for an empty content type.
    headers: { 'content-type': '' },
    body,
    signal,
  });
  if (!ok) throw new Error(`CloudFormation did not take the answer: HTTP ${status}`);
}
