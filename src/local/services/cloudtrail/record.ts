import { randomUUID } from 'node:crypto';
import type { FinishedCall } from '../../endpoint/operation.ts';
import { globalRegionOf, isGlobalService } from '../../endpoint/partition.ts';
import type { RecordedResource } from '../../endpoint/record-notes.ts';
import { additionalEventDataOf } from './additional-event-data.ts';
import { errorCodeOf } from './error-code.ts';
import { eventNameOf, eventSourceOf } from './event-name.ts';
import { isManagementEvent, isReadOnly } from './management-events.ts';
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
  readonly recipientAccountId: string;
  readonly managementEvent: boolean;
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent';
  readonly resources?: readonly RecordedResource[];
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
}

/**
 * The CloudTrail record of a finished call, for the account that made it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function recordOf(finished: FinishedCall): CloudTrailRecord {
  const { service, operation, call, error } = finished;
  const resources = resourcesOf(finished);
  const eventSource = eventSourceOf(service);
  const additionalEventData = additionalEventDataOf(finished);
  const managementEvent = isManagementEvent(service, operation);
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
    ...(additionalEventData && { additionalEventData }),
    requestID: call.requestId,
    eventID: randomUUID(),
    readOnly: isReadOnly(operation),
    ...(resources.length > 0 && { resources }),
    eventType: 'AwsApiCall',
    managementEvent,
    recipientAccountId: call.accountId,
    eventCategory: managementEvent ? 'Management' : 'Data',
  };
}

/** Whether a service records all its calls in one Region. STS records where it was called. */
export const isGlobalSource = (eventSource: string): boolean =>
  isGlobalService(eventSource.replace('.amazonaws.com', ''));

/** Records tell time without milliseconds. */
export const toSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
