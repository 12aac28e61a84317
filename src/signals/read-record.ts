import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { ApiCall } from '../domain/signal.ts';
import { readActor } from './read-actor.ts';
import { readTargets } from './read-targets.ts';
import { firstText, firstTime, readText } from './read-text.ts';
import { type Unusable, unusable } from './unusable.ts';

/** No record of AWS comes near. A record ten thousand deep would end the process when it is written as JSON again. */
const MAX_DEPTH = 64;

/**
 * Reads a CloudTrail record. Only the names of the call and its service are needed: everything else may be missing.
 * @param envelope the event it came in, which repeats its id, account, Region and time
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function readRecord(record: JsonObject, envelope: JsonObject = {}): ApiCall | Unusable {
  const eventId = firstText(record.eventID, envelope.id);
  const eventName = readText(record.eventName);
  const eventSource = readText(record.eventSource);
  if (!eventName || !eventSource) {
    return unusable('not-an-event', 'no CloudTrail record: eventName or eventSource is missing', eventId);
  }
  if (!isNestedWithin(MAX_DEPTH, record)) {
    return unusable('nested-too-deeply', `nested more than ${MAX_DEPTH} levels deep`, eventId);
  }
  const accountId = firstText(record.recipientAccountId, envelope.account) ?? '';
  const request = readParameters(record.requestParameters);
  return {
    kind: 'api-call',
    eventId: eventId ?? '',
    eventName,
    eventSource,
    at: firstTime(record.eventTime, envelope.time),
    accountId,
    region: firstText(record.awsRegion, envelope.region) ?? '',
    actor: readActor(record.userIdentity, accountId, isFromConsole(record)),
    sourceIp: readText(record.sourceIPAddress),
    userAgent: readText(record.userAgent),
    error: readError(record),
    trailAsRecorded: eventSource === 'cloudtrail.amazonaws.com' ? readTrail(record) : null,
    targets: readTargets(record, request, accountId),
    request,
    response: readParameters(record.responseElements),
    record,
  };
}

/** Null also when CloudTrail left the parameters out for their size: `{"omitted": true, "reason": …}`. */
const readParameters = (value: unknown): JsonObject | null =>
  isJsonObject(value) && value.omitted !== true ? value : null;

function readError({ errorCode, errorMessage }: JsonObject): ApiCall['error'] {
  const message = readText(errorMessage);
  const code = readText(errorCode) ?? (message && 'unknown error');
  return code ? { code, message } : null;
}

const TRAIL_ARN = /\barn:[\w-]+:cloudtrail:[\w-]*:\w*:trail\/[\w.-]+/;

/** A refusal may leave the request out of the record: then only the message says which trail it was about. */
function readTrail({
  eventName,
  requestParameters,
  responseElements,
  errorMessage,
}: JsonObject): string | null {
  const { name, trailName, resourceId, resourceIdList } = readParameters(requestParameters) ?? {};
  return firstText(
    // The name of an event data store or a channel is no trail's.
    /Trail|Logging$/.test(readText(eventName) ?? '') && name,
    trailName,
    resourceId,
    Array.isArray(resourceIdList) && resourceIdList[0],
    readParameters(responseElements)?.trailARN,
    TRAIL_ARN.exec(readText(errorMessage) ?? '')?.[0],
  );
}

const isFromConsole = ({ sessionCredentialFromConsole, userAgent }: JsonObject): boolean =>
  sessionCredentialFromConsole === true ||
  sessionCredentialFromConsole === 'true' ||
  /^(console|signin)\.amazonaws\.com$/.test(readText(userAgent) ?? '');

const isNestedWithin = (depth: number, value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((part) => isNestedWithin(depth - 1, part)));
