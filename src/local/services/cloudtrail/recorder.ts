import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { selectsDataEvent } from './data-event-selection.ts';
import { keepInHistory } from './event-history.ts';
import { queueForDelivery } from './log-delivery.ts';
import { isDataEvent, isManagementEvent } from './management-events.ts';
import { type CloudTrailRecord, isGlobalSource } from './record.ts';
import { fitsOnBus } from './record-limits.ts';
import { selectsManagementEvent } from './selection.ts';
import { serviceEventRecordOf } from './service-event-record.ts';
import { recordsOf } from './shared-records.ts';
import { isVisibleIn, type Trail } from './trail.ts';
import { trailsIn } from './trail-store.ts';
import { trailsBefore } from './trails-before.ts';

/**
 * Makes a record of every management call: for event history always, for trails and EventBridge while one logs it. What
 * services do by themselves is recorded alike, what callers do to objects only for trails that log it.
 */
export function startRecorder(world: World): void {
  world.on('call', (finished) => {
    // A call that the embedded AWS does not serve is none that AWS would have seen.
    if (finished.error?.code === 'NotImplemented') return;
    const { service, operation } = finished;
    if (!isManagementEvent(service, operation) && !isDataEvent(service, operation)) return;
    for (const record of recordsOf(finished)) keepRecord(world, record, finished.at, finished.call);
  });
  world.on('serviceEvent', (event) => keepRecord(world, serviceEventRecordOf(event), event.at));
}

function keepRecord(world: World, record: CloudTrailRecord, at: number, call?: Call): void {
  const { recipientAccountId: accountId, managementEvent } = record;
  const caller = call?.accountId === accountId ? call.caller : undefined;
  if (managementEvent) keepInHistory(world, accountId, { at, record, caller });
  const trails = trailsThatLog(world, record, call);
  for (const trail of trails) queueForDelivery(world, trail, record);
  if (trails.length === 0 && !managementEvent) return;
  const delivered = trails.length > 0 && fitsOnBus(record) && !world.settings.loseEvents;
  world.emit('recorded', { record, delivered, at });
  if (delivered) deliver(world, accountId, record);
}

/**
 * The trails that log a record. A call that turns the last of them off is still logged by it, unless the world
 * is set to lose it: AWS delivers it in practice and promises nothing.
 */
function trailsThatLog(world: World, record: CloudTrailRecord, call: Call | undefined): readonly Trail[] {
  const logging = (trails: Iterable<Trail>) => [...trails].filter((trail) => logs(trail, record));
  const { recipientAccountId: accountId } = record;
  const after = logging(trailsIn(world, accountId).values());
  if (after.length > 0 || !world.settings.deliverLastTrailEvent) return after;
  return call?.accountId === accountId ? logging(trailsBefore(call)) : [];
}

const logs = (trail: Trail, record: CloudTrailRecord): boolean =>
  trail.isLogging &&
  isVisibleIn(trail, record.awsRegion) &&
  (trail.settings.IncludeGlobalServiceEvents || !isGlobalSource(record.eventSource)) &&
  (record.managementEvent ? selectsManagementEvent : selectsDataEvent)(trail.selectors, record);

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html */
function deliver(world: World, accountId: string, record: CloudTrailRecord): void {
  putOnBus(world, accountId, record.awsRegion, {
    'detail-type':
      record.eventType === 'AwsApiCall' ? 'AWS API Call via CloudTrail' : 'AWS Service Event via CloudTrail',
    source: `aws.${record.eventSource.split('.')[0]}`,
    account: accountId,
    time: record.eventTime,
    region: record.awsRegion,
    resources: [],
    detail: record,
  });
}
