import type { JsonObject } from '../json.ts';
import type { ApiCall } from '../signal.ts';

// How to read calls on the guard's own parts. A deployment of the guard makes many of them: CloudFormation sets rules, code,
// policies. The deployment is told once, by the call on the stack, so what CloudFormation sets shows nothing; what it removes
// or turns off does, as anybody may make a stack for that.

/**
 * Whether CloudFormation made the call, in the name of whoever asked it to. No caller can give itself this address: it is the
 * service's name where a service called, and an IP address where anybody else did.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
const isByCloudFormation = ({ sourceIp }: Pick<ApiCall, 'sourceIp'>): boolean =>
  sourceIp === 'cloudformation.amazonaws.com';

/**
 * A test of requests by the call's name alone.
 * @param deeds what each call does, in words
 * @param deployed those that a deployment makes, too
 */
export const findDeed =
  (deeds: Readonly<Record<string, string>>, deployed: readonly string[]) =>
  (_: JsonObject, call: ApiCall): string | null =>
    isByCloudFormation(call) && deployed.includes(call.eventName) ? null : (deeds[call.eventName] ?? null);
