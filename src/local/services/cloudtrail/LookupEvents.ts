import { createHash } from 'node:crypto';
import type { Event, LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type HistoryEvent, historyOf } from './event-history.ts';
import { lookUpResources } from './look-up-resources.ts';
import { userNameOf } from './user-identity.ts';

const MAX_RESULTS = 50;

/** Looks through one Region's event history, which is there whether or not any trail logs. */
export const LookupEvents: Operation<LookupEventsRequest, LookupEventsResponse> = (input, call) => {
  checkRequest(input);
  const found = historyOf(call.world, call.accountId, call.region)
    .filter(({ at }) => !input.StartTime || at >= input.StartTime.getTime())
    .filter(({ at }) => !input.EndTime || at <= input.EndTime.getTime())
    .map(lookedUpEvent)
    // Insights events are never made here.
    .filter((event) => input.EventCategory !== 'insight' && fits(event, input));
  const start = startOf(found, input);
  const events = found.slice(start, start + (input.MaxResults ?? MAX_RESULTS));
  const hasMore = start + events.length < found.length;
  return { Events: events, ...(hasMore && { NextToken: tokenAfter(events.at(-1), input) }) };
};

function checkRequest(input: LookupEventsRequest): void {
  const { LookupAttributes = [], StartTime, EndTime, MaxResults = MAX_RESULTS } = input;
  if (input.EventCategory !== undefined && input.EventCategory !== 'insight') {
    throw new ServiceError(
      'InvalidEventCategoryException',
      `${input.EventCategory} is not an event category.`,
    );
  }
  if (LookupAttributes.length > 1) {
    throw new ServiceError('InvalidLookupAttributesException', 'You can specify only one lookup attribute.');
  }
  const wrong = LookupAttributes.find(({ AttributeKey }) => !attributes.has(AttributeKey));
  if (wrong) {
    throw new ServiceError('InvalidLookupAttributesException', `${wrong.AttributeKey} cannot be looked up.`);
  }
  if (StartTime && EndTime && StartTime > EndTime) {
    throw new ServiceError('InvalidTimeRangeException', 'The start time is after the end time.');
  }
  if (!Number.isInteger(MaxResults) || MaxResults < 1 || MaxResults > MAX_RESULTS) {
    throw new ServiceError('InvalidMaxResultsException', `MaxResults must be between 1 and ${MAX_RESULTS}.`);
  }
}

const lookedUpEvent = ({ at, record, caller }: HistoryEvent): Event => ({
  EventId: record.eventID,
  EventName: record.eventName,
  ReadOnly: String(record.readOnly),
  AccessKeyId: caller?.accessKeyId,
  EventTime: new Date(Math.floor(at / 1000) * 1000),
  EventSource: record.eventSource,
  Username: caller && userNameOf(caller),
  Resources: lookUpResources(record),
  CloudTrailEvent: JSON.stringify(record),
});

const attributes = new Map<string | undefined, (event: Event) => readonly (string | undefined)[]>([
  ['AccessKeyId', ({ AccessKeyId }) => [AccessKeyId]],
  ['EventId', ({ EventId }) => [EventId]],
  ['EventName', ({ EventName }) => [EventName]],
  ['EventSource', ({ EventSource }) => [EventSource]],
  ['ReadOnly', ({ ReadOnly }) => [ReadOnly]],
  ['ResourceName', ({ Resources = [] }) => Resources.map(({ ResourceName }) => ResourceName)],
  ['ResourceType', ({ Resources = [] }) => Resources.map(({ ResourceType }) => ResourceType)],
  ['Username', ({ Username }) => [Username]],
]);

const fits = (event: Event, { LookupAttributes = [] }: LookupEventsRequest) =>
  LookupAttributes.every(({ AttributeKey, AttributeValue }) =>
    attributes.get(AttributeKey)?.(event).includes(AttributeValue),
  );

/** Tokens name the last event shown, since new ones keep coming in before it, and what was asked for. */
const tokenAfter = (last: Event | undefined, input: LookupEventsRequest) =>
  Buffer.from(`${questionOf(input)} ${last?.EventId}`).toString('base64url');

function startOf(found: readonly Event[], input: LookupEventsRequest): number {
  if (!input.NextToken) return 0;
  const [question, eventId] = Buffer.from(input.NextToken, 'base64url').toString().split(' ');
  const last = found.findIndex(({ EventId }) => EventId === eventId);
  if (question === questionOf(input) && last >= 0) return last + 1;
  throw new ServiceError('InvalidNextTokenException', 'The next token is not valid for this request.');
}

const questionOf = ({ NextToken: _token, MaxResults: _max, ...question }: LookupEventsRequest) =>
  createHash('sha256').update(JSON.stringify(question)).digest('hex');
