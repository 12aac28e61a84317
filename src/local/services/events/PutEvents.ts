import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { routeEvent } from './bus.ts';
import { type BusEvent, toBusEvent } from './bus-event.ts';
import { letsPutEvents } from './bus-policy.ts';
import { validationError } from './events-error.ts';
import { isObject } from './pattern/matcher.ts';
import { type Bus, busesOf, findBus } from './store.ts';

/** The entries of a request may have this size together. */
const largestRequestBytes = 262_144;

export const PutEvents: Operation<PutEventsRequest, PutEventsResponse> = (input, call) => {
  refuseUnsupported(input, 'EndpointId');
  const entries = input.Entries ?? [];
  checkRequest(entries);
  for (const entry of entries) checkMayPut(entry, call);
  const Entries = entries.map((entry) => putEntry(entry, call));
  return { FailedEntryCount: Entries.filter((entry) => entry.ErrorCode).length, Entries };
};

function checkRequest(entries: readonly PutEventsRequestEntry[]) {
  if (entries.length < 1 || entries.length > 10) {
    throw validationError(
      "Value at 'entries' failed to satisfy constraint: Member must have length from 1 to 10",
    );
  }
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (size > largestRequestBytes) {
    throw validationError('Total size of the entries in the request is over the limit.');
  }
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
const sizeOf = ({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: PutEventsRequestEntry) =>
  (Time ? 14 : 0) + Buffer.byteLength([Source, DetailType, Detail, ...Resources].join(''));

/** Each entry succeeds or fails for itself. */
function putEntry(entry: PutEventsRequestEntry, call: Call): PutEventsResultEntry {
  const bus = busOf(entry, call);
  if (!bus) return failed('InvalidArgument', `Event bus ${entry.EventBusName} does not exist.`);
  const failure = failureOf(entry);
  if (failure) return failure;
  const event = toEvent(entry, call);
  routeEvent(call.world, bus, event);
  return { EventId: event.id };
}

function failureOf(entry: PutEventsRequestEntry): PutEventsResultEntry | undefined {
  const missing = (['Source', 'DetailType', 'Detail'] as const).find((name) => !entry[name]);
  if (missing) {
    const message = `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`;
    return failed('InvalidArgument', message);
  }
  // What AWS services say cannot be said by others.
  if (entry.Source?.startsWith('aws.')) {
    return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  return parseDetail(entry) ? undefined : failed('MalformedDetail', 'Detail is malformed.');
}

/** The caller's own bus by name or ARN, or another account's by ARN. */
const busOf = ({ EventBusName: name = 'default' }: PutEventsRequestEntry, call: Call): Bus | undefined =>
  busesOf(call).get(name) ?? findBus(call.world, name);

/** Another account's bus lets in whom its policy names. @throws ServiceError `AccessDeniedException` */
function checkMayPut(entry: PutEventsRequestEntry, call: Call): void {
  const bus = busOf(entry, call);
  const { accountId, arn, role } = call.caller;
  if (!bus || bus.arn.split(':')[4] === accountId) return;
  const event = { source: entry.Source ?? '', 'detail-type': entry.DetailType ?? '' };
  if (letsPutEvents(call.world, bus, { arn: role?.arn ?? arn, accountId }, event)) return;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${arn} is not authorized to perform: events:PutEvents on resource: ${bus.arn} because no resource-based policy allows the events:PutEvents action`,
  );
}

const failed = (ErrorCode: string, ErrorMessage: string): PutEventsResultEntry => ({
  ErrorCode,
  ErrorMessage,
});

const toEvent = (entry: PutEventsRequestEntry, call: Call): BusEvent =>
  toBusEvent({
    'detail-type': entry.DetailType ?? '',
    source: entry.Source ?? '',
    account: call.accountId,
    time: `${new Date(entry.Time ?? call.world.clock.now()).toISOString().slice(0, 19)}Z`,
    region: call.region,
    resources: entry.Resources ?? [],
    detail: parseDetail(entry) ?? {},
  });

function parseDetail({ Detail = '' }: PutEventsRequestEntry): Record<string, unknown> | undefined {
  try {
    const detail: unknown = JSON.parse(Detail);
    return isObject(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}
