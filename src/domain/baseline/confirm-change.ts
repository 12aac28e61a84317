import type { Guard } from '../guard.ts';
import { aboutOf, arnsOf } from '../relevance.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import { trailOf } from '../standing.ts';
import type { Trail } from '../trail.ts';
import { isMadeByApproved } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { rivalsOf } from './changed-parts.ts';
import type { WaitingChange } from './waiting-change.ts';

/**
 * What others did before something was found as it was may show up later than this change. Of what a record does not say in full, that
 * is waited for.
 */
const HISTORY_IS_WHOLE_AFTER_MS = 15 * 60_000;
/** For so long a listing may still show a trail that is deleted. */
const LISTING_LAGS_MS = 60_000;
/** Others who wrote the same trail meanwhile are looked for among so many events. */
const EVENTS_READ = 50;

/**
 * The call as event history has it: who wrote into the queue, or delivered an event twice, has no say.
 * @param found what the call had set when it came; null when that is unread
 */
export async function confirmChange(
  { call, found }: Pick<WaitingChange, 'call' | 'found'>,
  before: Baseline,
  trails: readonly Trail[],
  guard: Guard,
): Promise<ApiCall | 'unseen' | 'refused'> {
  const { history, clock } = guard.ports;
  const shown = await readPart(() => history.findEvent(call.eventId, call.region));
  if (!shown.read || !shown.value) return 'unseen';
  const seen = guard.readRecord(shown.value);
  const isSame =
    seen !== null &&
    seen.eventName === call.eventName &&
    seen.error === null &&
    seen.accountId === guard.settings.accountId &&
    isMadeByApproved(seen, guard.settings) &&
    isOf(seen, before, guard);
  if (!isSame || seen.at <= Date.parse(before.approval.at)) return 'refused';
  const isStillThere = trails.some(({ arn }) => arn === before.trail.arn);
  // Of one that was made again since, it is another deletion that takes it away.
  if (seen.eventName === 'DeleteTrail' && isStillThere)
    return clock.now() - seen.at < LISTING_LAGS_MS ? 'unseen' : 'refused';
  const isWhole = found !== null && clock.now() - found.at >= HISTORY_IS_WHOLE_AFTER_MS;
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
      (other.eventName === 'CreateTrail' ||
        (other.actor.roleArn !== guard.settings.roleArn && !isMadeByApproved(other, guard.settings))) &&
      isOf(other, before, guard);
    if (calls.some(isRival)) return 'refused';
  }
  return null;
}
