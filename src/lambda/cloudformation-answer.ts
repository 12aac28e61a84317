import { type Config, endpointOverride } from '../config.ts';
import type { JsonObject } from '../domain/json.ts';

/**
 * Whether a request is CloudFormation's own about this stack. Its answer may only go to CloudFormation's response
 * bucket, or to the endpoint that stands in for AWS.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export function isAnswerable(event: JsonObject, { stackId }: Config): boolean {
  if (event.StackId !== stackId || !URL.canParse(String(event.ResponseURL))) return false;
  const url = new URL(String(event.ResponseURL));
  const override = endpointOverride();
  if (override) return url.origin === new URL(override).origin;
  return url.protocol === 'https:' && RESPONSE_BUCKET.test(url.hostname);
}

const RESPONSE_BUCKET = /^cloudformation-custom-resource-[a-z0-9-]+\.s3[a-z0-9.-]*\.amazonaws\.com(\.cn)?$/;

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
  // CloudFormation's URL is signed for an empty content type.
  await fetch(String(event.ResponseURL), { method: 'PUT', headers: { 'content-type': '' }, body });
}
