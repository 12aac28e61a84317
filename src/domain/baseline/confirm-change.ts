import type { Guard } from '../guard.ts';
import { aboutOf, arnsOf } from '../relevance.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import { trailOf } from '../standing.ts';
import type { Trail } from '../trail.ts';
import { isMadeByApproved } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { rivalsOf } from './changed-parts.ts';

/**
 * What others did at the same time may show up later than this change. Of what a record does not say in full, that is waited for.
 */
const HISTORY_IS_WHOLE_AFTER_MS = 15 * 60_000;
/** Others who wrote the same trail meanwhile are looked for among so many events. */
const EVENTS_READ = 50;

/** The call as event history has it: who wrote into the queue, or delivered an event twice, has no say. */
export async function confirmChange(
  call: ApiCall,
  before: Baseline,
  trails: readonly Trail[],
  guard: Guard,
): Promise<ApiCall | 'unseen' | 'refused'> {
  const { history, clock } = guard.ports;
  const found = await readPart(() => history.findEvent(call.eventId, call.region));
  if (!found.read || !found.value) return 'unseen';
  const seen = guard.readRecord(found.value);
  const isSame =
    seen !== null &&
    seen.eventName === call.eventName &&
    seen.error === null &&
    seen.accountId === guard.settings.accountId &&
    isMadeByApproved(seen, guard.settings) &&
    isOf(seen, before, guard);
  if (!isSame || seen.at <= Date.parse(before.approval.at)) return 'refused';
  const isStillThere = trails.some(({ arn }) => arn === before.trail.arn);
  if (seen.eventName === 'DeleteTrail') return isStillThere ? 'unseen' : seen;
  const isWhole = clock.now() - seen.at >= HISTORY_IS_WHOLE_AFTER_MS;
  // What CloudTrail's own records set can be compared with what is there; of others it is waited for who else wrote.
  if (seen.eventSource !== 'cloudtrail.amazonaws.com' && !isWhole) return 'unseen';
  return (await isContested(seen, before, guard)) ?? seen;
}

/** Whether the record names this trail, or something that it depends on: not another one, of the same call by the same person. */
export function isOf(seen: ApiCall, before: Baseline, guard: Guard): boolean {
  const judged = { call: seen, judgement: guard.judge(seen) };
  const about = aboutOf(judged, [trailOf(before)], [before], guard.settings);
  return arnsOf(about).includes(before.trail.arn);
}

/** Whether somebody else wrote the same since. Null: nobody did. */
async function isContested(
  seen: ApiCall,
  before: Baseline,
  guard: Guard,
): Promise<'unseen' | 'refused' | null> {
  const { history, clock } = guard.ports;
  for (const eventName of rivalsOf(seen)) {
    const others = await readPart(() =>
      history.lookUp({
        region: seen.region,
        since: seen.at,
        until: clock.now(),
        attribute: { key: 'EventName', value: eventName },
        atMost: EVENTS_READ,
      }),
    );
    if (!others.read || others.value.isCut) return 'unseen';
    const calls = others.value.records.flatMap((record) => guard.readRecord(record) ?? []);
    const isRival = (other: ApiCall) =>
      other.error === null &&
      other.actor.roleArn !== guard.settings.roleArn &&
      !isMadeByApproved(other, guard.settings) &&
      isOf(other, before, guard);
    if (calls.some(isRival)) return 'refused';
  }
  return null;
}
