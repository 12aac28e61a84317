import { randomUUID } from 'node:crypto';
import type { ServiceEvent } from '../../endpoint/world.ts';
import { eventSourceOf } from './event-name.ts';
import { type CloudTrailRecord, toSeconds } from './record.ts';

/** Services that record themselves under another name than `AWS Internal`. */
const invokers = new Map([['s3', 's3.amazonaws.com']]);

/**
 * The record of what a service did by itself.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/non-api-aws-service-events.html
 */
export function serviceEventRecordOf(event: ServiceEvent): CloudTrailRecord {
  const { service, eventName, accountId, region, resources, details, at } = event;
  const invokedBy = invokers.get(service) ?? 'AWS Internal';
  return {
    eventVersion: '1.11',
    userIdentity: { accountId, invokedBy },
    eventTime: toSeconds(at),
    eventSource: eventSourceOf(service),
    eventName,
    awsRegion: region,
    sourceIPAddress: invokedBy,
    userAgent: invokedBy,
    requestParameters: null,
    responseElements: null,
    eventID: randomUUID(),
    readOnly: false,
    ...(resources && { resources }),
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: accountId,
    ...(details && { serviceEventDetails: details }),
    eventCategory: 'Management',
  };
}
