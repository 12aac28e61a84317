import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { requireReadable } from './encryption.ts';
import { findGroup, invalidParameter } from './groups.ts';
import { findStream, retainedEvents } from './streams.ts';
import { isWithin } from './time-range.ts';

const MAX_EVENTS = 10_000;

export const GetLogEvents: Operation<GetLogEventsRequest, GetLogEventsResponse> = (input, call) => {
  const group = findGroup(input.logGroupName ?? input.logGroupIdentifier, call);
  const stream = findStream(group, input.logStreamName);
  const events = retainedEvents(group, stream, call.world).filter(isWithin(input));
  requireReadable(call.world, group, events);
  const [start, end] = range(input, events.length);
  return {
    events: events
      .slice(start, end)
      .map(({ timestamp, message, ingestedAt }) => ({ timestamp, message, ingestionTime: ingestedAt })),
    nextForwardToken: `f/${end}`,
    nextBackwardToken: `b/${start}`,
  };
};

/** A token says where to go on, and in which direction; at either end it repeats itself, as AWS's does. */
function range(
  { nextToken, limit = MAX_EVENTS, startFromHead = false }: GetLogEventsRequest,
  length: number,
) {
  const [, direction = startFromHead ? 'f' : 'b', position] = /^([fb])\/(\d+)$/.exec(nextToken ?? '') ?? [];
  if (nextToken && !position) throw invalidParameter('The specified nextToken is invalid.');
  const from = position ? Number(position) : startFromHead ? 0 : length;
  return direction === 'f'
    ? ([from, Math.min(length, from + limit)] as const)
    : ([Math.max(0, from - limit), from] as const);
}
