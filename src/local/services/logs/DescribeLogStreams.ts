import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as LogStreamView,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findGroup, invalidParameter } from './groups.ts';
import type { LogGroup, LogStream } from './store.ts';

export const DescribeLogStreams: Operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse> = (
  input,
  call,
) => {
  const { logStreamNamePrefix: prefix = '', orderBy = 'LogStreamName', limit = 50, nextToken: token } = input;
  if (prefix && orderBy === 'LastEventTime') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const group = findGroup(input.logGroupName ?? input.logGroupIdentifier, call);
  const streams = [...group.streams.values()]
    .filter(({ name }) => name.startsWith(prefix))
    .sort(orderBy === 'LastEventTime' ? byLastEvent : byName);
  if (input.descending) streams.reverse();
  const { items, nextToken } = page(streams, { limit, token, badTokenCode: 'InvalidParameterException' });
  return { logStreams: items.map((stream) => view(group, stream)), nextToken };
};

const byName = (a: LogStream, b: LogStream) => (a.name < b.name ? -1 : 1);
const byLastEvent = (a: LogStream, b: LogStream) => lastEvent(a) - lastEvent(b);
const lastEvent = ({ events, createdAt }: LogStream) => events.at(-1)?.timestamp ?? createdAt;

const view = (group: LogGroup, { name, createdAt, events }: LogStream): LogStreamView => ({
  logStreamName: name,
  creationTime: createdAt,
  firstEventTimestamp: events[0]?.timestamp,
  lastEventTimestamp: events.at(-1)?.timestamp,
  lastIngestionTime: events.at(-1)?.ingestedAt,
  arn: `${group.arn}:log-stream:${name}`,
  storedBytes: 0,
});
