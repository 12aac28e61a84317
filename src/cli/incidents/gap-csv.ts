import { principalOf } from '../../domain/actor.ts';
import { readRecord } from '../../signals/read-record.ts';
import { judgeCall } from '../../techniques/judge-call.ts';
import { toCsv } from '../csv.ts';
import type { DarkRecord } from './read-dark.ts';

const HEAD = [
  'event_time',
  'region',
  'event_source',
  'event_name',
  'principal',
  'source_ip',
  'user_agent',
  'error_code',
  'read_only',
  'technique',
  'event_id',
];

/** Each record as a row. */
export const gapCsv = (records: readonly DarkRecord[]): string => toCsv([HEAD, ...records.map(rowOf)]);

function rowOf({ region, record }: DarkRecord) {
  const call = readRecord(record);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const isCall = !('unusable' in call);
  return [
    text(record.eventTime),
    region,
    text(record.eventSource),
    text(record.eventName),
    isCall ? principalOf(call.actor) : null,
    text(record.sourceIPAddress),
    text(record.userAgent),
    text(record.errorCode),
    record.readOnly === true,
    isCall ? judgeCall(call).techniqueId : null,
    text(record.eventID),
  ];
}
