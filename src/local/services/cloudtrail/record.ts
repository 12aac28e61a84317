import { randomUUID } from 'node:crypto';
import type { FinishedCall } from '../../endpoint/operation.ts';
import { globalRegionOf } from '../../endpoint/partition.ts';
import { errorCodeOf } from './error-code.ts';
import { eventNameOf } from './event-name.ts';
import { isReadOnly } from './management-events.ts';
import { cut } from './record-limits.ts';
import { resourcesOf } from './record-resources.ts';
import { requestParametersOf } from './request-parameters.ts';
import { responseElementsOf } from './response-elements.ts';
import { userIdentityOf } from './user-identity.ts';

/** The fields that this folder itself reads; a record has more. */
export interface CloudTrailRecord extends Readonly<Record<string, unknown>> {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventSource: string;
  readonly eventTime: string;
  readonly awsRegion: string;
  readonly readOnly: boolean;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
}

/**
 * The CloudTrail record of a finished management call.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function recordOf(finished: FinishedCall): CloudTrailRecord {
  const { service, operation, call, error } = finished;
  const resources = resourcesOf(finished);
  const eventSource = `${service}.amazonaws.com`;
  return {
    eventVersion: '1.11',
    userIdentity: userIdentityOf(call.caller),
    eventTime: toSeconds(finished.at),
    eventSource,
    eventName: eventNameOf(service, operation),
    awsRegion: isGlobalSource(eventSource) ? globalRegionOf(call.partition) : call.region,
    sourceIPAddress: call.sourceIp,
    userAgent: cut(call.userAgent),
    ...(error && { errorCode: errorCodeOf(finished), errorMessage: cut(error.message) }),
    requestParameters: requestParametersOf(finished),
    responseElements: responseElementsOf(finished),
    requestID: call.requestId,
    eventID: randomUUID(),
    readOnly: isReadOnly(operation),
    ...(resources.length > 0 && { resources }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.accountId,
    eventCategory: 'Management',
  };
}

/** Whether a service records all its calls in one Region. STS records where it was called. */
export const isGlobalSource = (eventSource: string): boolean => eventSource === 'iam.amazonaws.com';

/** Records tell time without milliseconds. */
export const toSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
