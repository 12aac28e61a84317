import { parseArn } from '../domain/arn.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { ApiCall, SecurityFinding, ServiceEvent } from '../domain/signal.ts';
import { readRecord } from './read-record.ts';
import { accountOfFinding, isOwnFinding, readSecurityFinding } from './read-security-finding.ts';
import { readServiceEvent } from './read-service-event.ts';
import { readText } from './read-text.ts';
import { type Unusable, unusable } from './unusable.ts';

/** What an event from outside is to this guard. */
type Reading = { readonly signal: ApiCall | SecurityFinding | ServiceEvent } | Unusable;

/** Where this guard lives. */
interface Own {
  readonly accountId: string;
  readonly partition: string;
}

/** What services do of their own accord, such as deleting a key at its date, has a record, too. */
const RECORDS: readonly unknown[] = ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'];

/**
 * Reads an EventBridge event: a call that CloudTrail recorded, a finding, or what a service tells of itself. Everything in
 * it may be missing or forged, so a signal only makes us look. An event that an archive replays is a signal like any other.
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
  if (RECORDS.includes(event['detail-type'])) return readCall(event, event.detail, own);
  if (isOwnFinding(event)) return unusable('own-finding', 'a finding that the guard itself made', eventId);
  const signal = readSecurityFinding(event) ?? readServiceEvent(event);
  const type = readText(event['detail-type']);
  return signal ? { signal } : unusable('not-about-cloudtrail', `an event of type ${type}`, eventId);
}

function readCall(event: JsonObject, record: JsonObject, own: Own): Reading {
  const call = readRecord(record, event);
  if ('unusable' in call) return call;
  const { eventId, eventSource, actor, trailAsRecorded } = call;
  // Only AWS can put events of an `aws.` source on a bus: it vouches for the service, whichever that is.
  if (event.source !== `aws.${eventSource.replace(/\.amazonaws\.com$/, '')}`) {
    return unusable('not-about-cloudtrail', `a call on ${eventSource}`, eventId);
  }
  const foreign = [trailAsRecorded, actor.arn, actor.roleArn]
    .map((text) => parseArn(text ?? '')?.partition)
    .find((partition) => partition && partition !== own.partition);
  return foreign ? unusable('foreign-partition', `about partition ${foreign}`, eventId) : { signal: call };
}
