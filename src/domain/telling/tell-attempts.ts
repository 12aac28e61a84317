import { principalOf } from '../actor.ts';
import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import { worstSeverity } from '../severity.ts';
import { type Attempts, advanceAttempts, isAttempts } from './attempts.ts';
import type { AttemptsReport, ReportedCall } from './report.ts';
import { tellEarlier } from './tell-earlier.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { headerOf, incidentIdOf, reportCalls } from './trail-report.ts';

const CALLS_PER_REPORT = 10;

/** What the ledger keeps of one principal: the count, and calls to show when the hour is over. */
interface Remembered {
  readonly attempts: Attempts;
  readonly calls: readonly ReportedCall[];
}

/** Tells failed and denied calls, by principal: the first at once, the rest as one message an hour. */
export async function tellAttempts(failed: readonly JudgedCall[], guard: Guard): Promise<readonly Telling[]> {
  const byPrincipal = Map.groupBy(failed, ({ call }) => principalOf(call.actor));
  const tellings: Telling[] = [];
  for (const [principal, calls] of byPrincipal) {
    const tryOnce = () => tellPrincipal(principal, reportCalls(calls), guard);
    tellings.push(...(await untilOurs(guard.ports, tryOnce)));
  }
  return tellings;
}

/** Tells the hours that are over since the last sweep. */
export async function tellEarlierAttempts(guard: Guard): Promise<readonly Telling[]> {
  const { ports } = guard;
  const now = ports.clock.now();
  const isDue = (state: unknown): boolean =>
    isRemembered(state, now) && advanceAttempts(state.attempts, [], now).tell > 0;
  const tellOne = (principal: string) => untilOurs(ports, () => tellPrincipal(principal, [], guard));
  return tellEarlier('attempts', isDue, tellOne, ports);
}

async function tellPrincipal(
  principal: string,
  calls: readonly ReportedCall[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const now = ports.clock.now();
  const isState = (value: unknown): value is Remembered => isRemembered(value, now);
  const { entry, leftOver } = await readEntry(ports, 'attempts', principal, isState);
  const before = entry.state;
  const news = calls.filter(({ eventId }) => !before?.attempts.eventIds.includes(eventId));
  const newIds = news.map(({ eventId }) => eventId);
  const { attempts, tell: count } = advanceAttempts(before?.attempts, newIds, now);
  if (count === 0 && news.length === 0) return leftOver;
  const shown = [...(before?.calls ?? []), ...news].slice(0, CALLS_PER_REPORT);
  const report = count > 0 ? reportAttempts(principal, count, shown, before, guard) : null;
  const state: Remembered = { attempts, calls: count > 0 ? [] : shown };
  return [...leftOver, await tell(ports, settings, entry, state, report)];
}

function isRemembered(value: unknown, now: number): value is Remembered {
  const { attempts, calls } = (value ?? {}) as Partial<Remembered>;
  return isAttempts(attempts, now) && Array.isArray(calls);
}

function reportAttempts(
  principal: string,
  count: number,
  calls: readonly ReportedCall[],
  before: Remembered | undefined,
  guard: Guard,
): AttemptsReport {
  const since = before?.attempts.toldAt ?? Date.parse(calls[0]?.at ?? headerOf(guard).at);
  return {
    ...headerOf(guard),
    kind: 'attempts',
    incidentId: incidentIdOf('attempts', since),
    severity: worstSeverity(calls.map(({ severity }) => severity)),
    principal,
    count,
    since: new Date(since).toISOString(),
    calls,
  };
}
