import type { FinishedCall } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { keepInHistory } from './event-history.ts';
import { queueForDelivery } from './log-delivery.ts';
import { isManagementEvent } from './management-events.ts';
import { type CloudTrailRecord, isGlobalSource, recordOf } from './record.ts';
import { fitsOnBus } from './record-limits.ts';
import { selectsManagementEvent } from './selection.ts';
import { isVisibleIn, type Trail } from './trail.ts';
import { trailsBefore, trailsOf } from './trail-store.ts';

/** Makes a record of every management call: for event history always, for trails and EventBridge while one logs it. */
export function startRecorder(world: World): void {
  world.on('call', (finished) => {
    // A call that the embedded AWS does not serve is none that AWS would have seen.
    if (finished.error?.code === 'NotImplemented') return;
    if (isManagementEvent(finished.service, finished.operation)) recordCall(world, finished);
  });
}

function recordCall(world: World, finished: FinishedCall): void {
  const record = recordOf(finished);
  const { accountId, caller } = finished.call;
  keepInHistory(world, accountId, { at: finished.at, record, caller });
  const trails = trailsThatLog(record, finished);
  for (const trail of trails) queueForDelivery(world, trail, record);
  const delivered = trails.length > 0 && fitsOnBus(record) && !world.settings.loseEvents;
  world.emit('recorded', { record, delivered, at: finished.at });
  if (delivered) deliver(world, accountId, record);
}

/**
 * The trails that log a record. A call that turns the last of them off is still logged by it, unless the world
 * is set to lose it: AWS delivers it in practice and promises nothing.
 */
function trailsThatLog(record: CloudTrailRecord, { call }: FinishedCall): readonly Trail[] {
  const logging = (trails: Iterable<Trail>) => [...trails].filter((trail) => logs(trail, record));
  const after = logging(trailsOf(call.world, call.accountId).values());
  if (after.length > 0 || !call.world.settings.deliverLastTrailEvent) return after;
  return logging(trailsBefore(call)?.values() ?? []);
}

const logs = (trail: Trail, record: CloudTrailRecord): boolean =>
  trail.isLogging &&
  isVisibleIn(trail, record.awsRegion) &&
  (trail.settings.IncludeGlobalServiceEvents || !isGlobalSource(record.eventSource)) &&
  selectsManagementEvent(trail.selectors, record);

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html */
function deliver(world: World, accountId: string, record: CloudTrailRecord): void {
  putOnBus(world, accountId, record.awsRegion, {
    'detail-type': 'AWS API Call via CloudTrail',
    source: `aws.${record.eventSource.split('.')[0]}`,
    account: accountId,
    time: record.eventTime,
    region: record.awsRegion,
    resources: [],
    detail: record,
  });
}
