import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { requireReadable } from './encryption.ts';
import { filterPattern as readFilterPattern } from './filter-pattern.ts';
import { findGroup, invalidParameter } from './groups.ts';
import type { LogStream } from './store.ts';
import { retainedEvents } from './streams.ts';
import { isWithin } from './time-range.ts';

const MAX_EVENTS = 10_000;

export const FilterLogEvents: Operation<FilterLogEventsRequest, FilterLogEventsResponse> = (input, call) => {
  const { filterPattern = '', limit = MAX_EVENTS, nextToken: token } = input;
  const group = findGroup(input.logGroupName ?? input.logGroupIdentifier, call);
  const isMeant = streamFilter(input);
  const passes = readFilterPattern(filterPattern);
  const matching = [...group.streams.values()]
    .filter(isMeant)
    .flatMap((stream) => retainedEvents(group, stream, call.world).map((event) => ({ stream, ...event })))
    .filter((event) => isWithin(input)(event) && passes(event.message))
    .sort((a, b) => a.timestamp - b.timestamp);
  requireReadable(call.world, group, matching);
  const { items, nextToken } = page(matching, { limit, token, badTokenCode: 'InvalidParameterException' });
  const events = items.map(({ id, stream, timestamp, message, ingestedAt }) => ({
    eventId: id,
    logStreamName: stream.name,
    timestamp,
    message,
    ingestionTime: ingestedAt,
  }));
  return { events, searchedLogStreams: [], nextToken };
};

function streamFilter({ logStreamNames, logStreamNamePrefix }: FilterLogEventsRequest) {
  if (logStreamNames && logStreamNamePrefix !== undefined) {
    throw invalidParameter('logStreamNames and logStreamNamePrefix are mutually exclusive.');
  }
  return ({ name }: LogStream) =>
    logStreamNames ? logStreamNames.includes(name) : name.startsWith(logStreamNamePrefix ?? '');
}
