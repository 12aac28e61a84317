import type {
  InputLogEvent,
  PutLogEventsRequest,
  PutLogEventsResponse,
  RejectedLogEventsInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findGroup, invalidParameter } from './groups.ts';
import { findStream, retainedSince } from './streams.ts';
import { writeEvents } from './write.ts';

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
const MAX_EVENTS = 10_000;
const MAX_BATCH_BYTES = 1_048_576;
const OVERHEAD_BYTES = 26;
const HOUR_MS = 3_600_000;
const MAX_SPAN_MS = 24 * HOUR_MS;
const MAX_AHEAD_MS = 2 * HOUR_MS;
const MAX_AGE_MS = 14 * 24 * HOUR_MS;

export const PutLogEvents: Operation<PutLogEventsRequest, PutLogEventsResponse> = (input, call) => {
  refuseUnsupported(input, 'entity');
  const events = checked(input.logEvents ?? []);
  const group = findGroup(input.logGroupName, call);
  const stream = findStream(group, input.logStreamName);
  const now = call.world.clock.now();
  const oldest = Math.max(now - MAX_AGE_MS, retainedSince(group, call.world));
  const accepted = events.filter(({ timestamp }) => timestamp >= oldest && timestamp <= now + MAX_AHEAD_MS);
  writeEvents(call.world, { ...call, name: group.name }, stream.name, accepted);
  return { rejectedLogEventsInfo: rejections(events, oldest, now + MAX_AHEAD_MS) };
};

type Checked = { readonly timestamp: number; readonly message: string };

function checked(events: readonly InputLogEvent[]): Checked[] {
  if (events.length === 0 || events.length > MAX_EVENTS) {
    throw invalidParameter(`A batch must have 1 to ${MAX_EVENTS} log events.`);
  }
  const complete = events.map(({ timestamp, message }) => {
    if (timestamp === undefined || !message)
      throw invalidParameter('A log event needs a timestamp and a message.');
    return { timestamp, message };
  });
  const bytes = complete.reduce((sum, { message }) => sum + Buffer.byteLength(message) + OVERHEAD_BYTES, 0);
  if (bytes > MAX_BATCH_BYTES)
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${MAX_BATCH_BYTES}`);
  checkOrder(complete);
  return complete;
}

function checkOrder(events: readonly Checked[]): void {
  if (events.some(({ timestamp }, i) => timestamp < (events[i - 1]?.timestamp ?? 0))) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  const span = (events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0);
  if (span > MAX_SPAN_MS) {
    throw invalidParameter(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  }
}

function rejections(
  events: readonly Checked[],
  oldest: number,
  newest: number,
): RejectedLogEventsInfo | undefined {
  const tooNew = events.findIndex(({ timestamp }) => timestamp > newest);
  const tooOld = events.filter(({ timestamp }) => timestamp < oldest).length;
  if (tooNew < 0 && tooOld === 0) return undefined;
  return {
    tooNewLogEventStartIndex: tooNew < 0 ? undefined : tooNew,
    tooOldLogEventEndIndex: tooOld === 0 ? undefined : tooOld,
  };
}
