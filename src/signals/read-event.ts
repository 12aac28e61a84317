import { parseArn } from '../domain/arn.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { ApiCall, SecurityFinding } from '../domain/signal.ts';
import { readRecord } from './read-record.ts';
import { accountOfFinding, readSecurityFinding } from './read-security-finding.ts';
import { readText } from './read-text.ts';
import { type Unusable, unusable } from './unusable.ts';

/** What an event from outside is to this guard. */
type Reading = { readonly signal: ApiCall | SecurityFinding } | Unusable;

/** Where this guard lives. */
interface Own {
  readonly accountId: string;
  readonly partition: string;
}

/**
 * Reads an EventBridge event: a call on CloudTrail, or a finding about it. Everything in it may be missing or forged,
 * so a signal only makes us look. An event that an archive replays is a signal like any other.
 */
export function readEvent(value: unknown, own: Own): Reading {
  const event = isJsonObject(value) ? value : {};
  const eventId = readText(isJsonObject(event.detail) ? event.detail.eventID : null) ?? readText(event.id);
  if (!isJsonObject(event.detail)) {
    return unusable('not-an-event', 'no EventBridge event: detail is missing', eventId);
  }
  const accounts = [event.account, event.detail.recipientAccountId, accountOfFinding(event)].map(readText);
  const foreign = accounts.find((account) => account && account !== own.accountId);
  if (foreign) return unusable('foreign-account', `about account ${foreign}`, eventId);

  const type = readText(event['detail-type']);
  if (type === 'AWS API Call via CloudTrail') return readCall(event, event.detail, own);
  const finding = readSecurityFinding(event);
  return finding
    ? { signal: finding }
    : unusable('not-about-cloudtrail', `an event of type ${type}`, eventId);
}

function readCall(event: JsonObject, record: JsonObject, own: Own): Reading {
  const call = readRecord(record, event);
  if ('unusable' in call) return call;
  const { eventId, eventSource, actor, trailAsRecorded } = call;
  if (event.source !== 'aws.cloudtrail' || eventSource !== 'cloudtrail.amazonaws.com') {
    return unusable('not-about-cloudtrail', `a call on ${eventSource}`, eventId);
  }
  const foreign = [trailAsRecorded, actor.arn, actor.roleArn]
    .map((text) => parseArn(text ?? '')?.partition)
    .find((partition) => partition && partition !== own.partition);
  return foreign ? unusable('foreign-partition', `about partition ${foreign}`, eventId) : { signal: call };
}
