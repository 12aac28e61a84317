import { isMadeByApproved } from '../baseline/approved-principal.ts';
import { canHaveMade } from '../baseline/changed-parts.ts';
import { findByState, judgeByFindings } from '../detect.ts';
import { type Drift, isWeaker } from '../drift.ts';
import type { Guard } from '../guard.ts';
import { isChange, isWorthTelling, type JudgedCall } from '../judgement.ts';
import { worstSeverity } from '../severity.ts';
import type { Trail } from '../trail.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { NoticeReport } from './report.ts';
import { isCoverageTold } from './tell-coverage.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { headerOf, incidentIdOf, reportCalls, textsOf } from './trail-report.ts';

/** What a trail's owner was told once, by key, and which parts could not be read at the last sweep. */
interface Noticed {
  readonly told: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Tells what is no incident: drifts that nobody undoes, parts that stay unread, a trail that nobody approved. Each once: by the sweep, or
 * as soon as the event of a call comes that made such a drift.
 */
export async function tellNotices(
  pass: TrailPass,
  isSweep: boolean,
  guard: Guard,
): Promise<readonly Telling[]> {
  const { trail, standing } = pass;
  if (!trail || !standing.guarded) return [];
  const made = isSweep ? null : topicsMade(pass, guard);
  if (made?.length === 0) return [];
  return untilOurs(guard.ports, () => tryToTell(pass, trail, made, guard));
}

/** @param made what calls of this pass made, and nothing else is told; null: everything is looked at */
async function tryToTell(
  pass: TrailPass,
  trail: Trail,
  made: readonly Topic[] | null,
  guard: Guard,
): Promise<readonly Telling[]> {
  const { entry, leftOver } = await readEntry(guard.ports, 'notice', trail.arn, isNoticed);
  const before = entry.state ?? { told: [], unread: [] };
  const topics = made ?? topicsOf(pass, before);
  const keys = topics.map(({ key }) => key);
  const now: Noticed = made
    ? { ...before, told: [...new Set([...before.told, ...keys])] }
    : // What is no longer so may be told again when it comes back.
      { told: keys, unread: pass.unread.map(({ part }) => part) };
  // The first message says of each trail whether it is approved.
  const isCovered = await isCoverageTold(guard);
  const fresh = topics.filter(
    ({ key, about }) => !before.told.includes(key) && (isCovered || about !== 'unapproved'),
  );
  if (JSON.stringify(now) === JSON.stringify(before)) return leftOver;
  const report = fresh.length > 0 ? reportNotice(pass, trail, fresh, guard) : null;
  return [...leftOver, await tell(guard.ports, guard.settings, entry, now, report)];
}

interface Topic {
  readonly key: string;
  readonly about: NoticeReport['about'][number];
  readonly drift?: Drift;
  readonly part?: string;
}

function topicsOf({ standing, left, unread, status }: TrailPass, before: Noticed): readonly Topic[] {
  // Once is a slow answer; twice in a row is worth a message.
  const lasting = unread.filter(({ part }) => part !== 'status' && before.unread.includes(part));
  return [
    ...(standing.baseline || !status.read ? [] : [{ key: 'unapproved', about: 'unapproved' } as const]),
    ...left.filter(isNoWeakness).map(topicOf),
    ...lasting.map(({ part }) => ({ key: `unread ${part}`, about: 'unread', part }) as const),
  ];
}

/** A change of an approved principal is approved as soon as event history shows it: what stays of it the sweep tells. */
const topicsMade = (pass: TrailPass, { settings }: Guard): readonly Topic[] =>
  pass.left
    .filter(isNoWeakness)
    .filter((drift) => {
      const makers = makersOf(drift, pass);
      return makers.length > 0 && !makers.some(({ call }) => isMadeByApproved(call, settings));
    })
    .map(topicOf);

/** The calls that can have made a difference. Those on CloudTrail itself are told each by itself. */
const makersOf = (drift: Drift, { calls }: TrailPass): readonly JudgedCall[] =>
  calls.filter((judged) => isChange(judged) && !isWorthTelling(judged) && canHaveMade(judged.call, drift));

const isNoWeakness = (drift: Drift): boolean => drift.class !== 'weaker';

const topicOf = (drift: Drift): Topic => ({ key: keyOf(drift), about: 'drift', drift });

const LONGEST_KEY = 300;

const keyOf = ({ path, actual }: Drift) => `${path} ${JSON.stringify(actual)}`.slice(0, LONGEST_KEY);

function reportNotice(
  pass: TrailPass,
  { name, arn, homeRegion }: Trail,
  fresh: readonly Topic[],
  guard: Guard,
): NoticeReport {
  const { standing, unread, drifts, at } = pass;
  const { baseline } = standing;
  const told = fresh.flatMap(({ drift }) => drift ?? []);
  const makers = [...new Set(told.flatMap((drift) => makersOf(drift, pass)))];
  const findings = findByState(told, makers, guard.techniques);
  return {
    ...headerOf(guard),
    kind: 'notice',
    incidentId: incidentIdOf(`${name}-notice`, at),
    severity: worstSeverity([
      isWeaker(drifts) ? 'low' : 'info',
      fresh.some(({ about }) => about === 'unread') ? 'medium' : 'info',
      ...findings.map(({ severity }) => severity),
    ]),
    trail: { name, arn, homeRegion },
    baseline: baseline && { version: baseline.version, approval: baseline.approval },
    about: [...new Set(fresh.map(({ about }) => about))],
    findings,
    calls: reportCalls(judgeByFindings(makers, findings, guard.techniques)),
    drifts: told.map((drift) => ({ ...drift, fate: 'told' as const })),
    unread: unread.filter(({ part }) => fresh.some((topic) => topic.part === part)),
    elsewhere: [],
    lost: textsOf(findings, ({ lost }) => lost, guard),
    toDo: textsOf(findings, ({ toDo }) => toDo, guard),
  };
}

function isNoticed(value: unknown): value is Noticed {
  const { told, unread } = (value ?? {}) as Partial<Noticed>;
  return [told, unread].every(
    (list) => Array.isArray(list) && list.every((item) => typeof item === 'string'),
  );
}
