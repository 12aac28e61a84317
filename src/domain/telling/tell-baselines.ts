import type { ApprovedChange } from '../baseline/approve-changes.ts';
import { diffBaselines } from '../baseline/baseline-diff.ts';
import type { BaselineJudgement } from '../baseline/baseline-judge.ts';
import type { JudgedBaseline } from '../baseline/learn-baselines.ts';
import type { Guard } from '../guard.ts';
import type { BaselineReport } from './report.ts';
import { isCoverageTold } from './tell-coverage.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { headerOf, incidentIdOf } from './trail-report.ts';

/** Tells what happened to baselines themselves, each thing once. */
export async function tellBaselines(
  judged: readonly JudgedBaseline[],
  approved: readonly ApprovedChange[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const tellings: Telling[] = [];
  const isMoved = ({ key }: JudgedBaseline) =>
    approved.some(({ before: { trail } }) => trail.name === key.name && trail.homeRegion === key.homeRegion);
  const all = [...judged.filter((one) => !isMoved(one)), ...approved.map(asJudged)];
  for (const one of all) tellings.push(...(await untilOurs(guard.ports, () => tryToTell(one, guard))));
  return tellings;
}

const asJudged = ({ before, baseline, call }: ApprovedChange): JudgedBaseline => ({
  key: before.trail,
  before,
  judgement: {
    kind: 'approved-change',
    ruling: baseline,
    from: 'stored',
    by: baseline.approval.by,
    why: `an approved principal called ${call.eventName}`,
  },
});

async function tryToTell(judged: JudgedBaseline, guard: Guard): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const { key, judgement } = judged;
  const event = eventOf(judgement);
  const { entry, leftOver } = await readEntry(
    ports,
    'notice',
    `baseline ${key.homeRegion} ${key.name}`,
    isText,
  );
  const now = event ? keyOf(judgement) : '';
  const before = entry.state ?? '';
  // Of two passes at once, one may still see as new what the other has told already.
  if (now === before || (!event && before.startsWith(APPROVED))) return leftOver;
  // What was approved at the deployment is told by the first message.
  const isOfDeployment = judgement.ruling?.approval.how === 'deployment';
  const isTold = event !== null && (!isOfDeployment || (await isCoverageTold(guard)));
  const report = isTold || isIncident(event) ? reportBaseline(judged, event ?? 'approved', guard) : null;
  return [...leftOver, await tell(ports, settings, entry, now, report)];
}

const EVENTS: Readonly<Record<BaselineJudgement['kind'], BaselineReport['event'] | null>> = {
  unchanged: null,
  none: null,
  undetermined: null,
  first: 'approved',
  'approved-change': 'approved',
  tampered: 'tampered',
  'below-floor': 'tampered',
  unreadable: 'unreadable',
  missing: 'missing',
};

function eventOf({ kind, ruling }: BaselineJudgement): BaselineReport['event'] | null {
  const event = EVENTS[kind];
  return event === 'approved' && ruling?.state === 'retired' ? 'retired' : event;
}

const isIncident = (event: BaselineReport['event'] | null) =>
  event === 'tampered' || event === 'missing' || event === 'unreadable';

const APPROVED = 'approved ';

/** A version is told once, whoever wrote it down; an incident again when it has become another. */
function keyOf({ kind, by, why, ruling }: BaselineJudgement): string {
  if (EVENTS[kind] === 'approved' && ruling) return `${APPROVED}${ruling.version} ${ruling.approval.at}`;
  return `${kind} ${ruling?.version ?? ''} ${by ?? ''} ${why ?? ''}`.slice(0, 500);
}

function reportBaseline(
  { key, judgement, before }: JudgedBaseline,
  event: BaselineReport['event'],
  guard: Guard,
): BaselineReport {
  const { ruling, by, why } = judgement;
  const { accountId, partition } = guard.settings;
  const arn =
    ruling?.trail.arn ?? `arn:${partition}:cloudtrail:${key.homeRegion}:${accountId}:trail/${key.name}`;
  return {
    ...headerOf(guard),
    kind: 'baseline',
    incidentId: incidentIdOf(`${key.name}-baseline`, guard.ports.clock.now()),
    severity: isIncident(event) ? 'critical' : 'info',
    trail: { name: key.name, arn, homeRegion: key.homeRegion },
    event,
    baseline: ruling && { version: ruling.version, approval: ruling.approval },
    // The guard itself writes down what an approved principal changed.
    by: ruling?.approval.how === 'principal' && !isIncident(event) ? ruling.approval.by : by,
    why,
    changes: before && ruling && !isIncident(event) ? diffBaselines(before, ruling) : [],
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
