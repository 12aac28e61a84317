import { parseArn } from '../domain/arn.ts';
import type { ReportedDrift, TrailReport } from '../domain/telling/report.ts';
import { STOLEN } from './about-calls.ts';
import { defang } from './defang.ts';
import { suspectOf } from './repair.ts';
import { shellWord } from './shell-word.ts';
import { isoTime } from './time.ts';
import { callOf, intervalOf, isOver } from './trail-headline.ts';

/** Said wherever something is approved, retired or opened. */
export const NEEDS_APPROVED =
  'These take your own credentials, of a principal that the guard’s parameter ApprovedPrincipals names.';

const WINDOW = [
  'Plan such work in a maintenance window, of at most 4 hours:',
  ' trailkeeper window open --trail @ --for 1h --reason "WHY"',
];
const RETIRE = [
  'Shall nobody guard this trail any more?',
  ' trailkeeper baseline retire --trail @ --reason "WHY"',
];
const ADOPT = [
  'Approve the trail as it is then, so that its settings are guarded, too:',
  ' trailkeeper baseline adopt --trail @',
];

/** What to do when it was meant, as `advise` takes it. */
export function answerOurs(report: TrailReport): readonly string[] {
  const { baseline, trail, drifts, steps } = report;
  const decide = isOver(report) ? 'Then nothing else is left to do.' : 'Then decide: it is as shown here.';
  if (!trail || !isEpisode(report)) return [decide];
  if (!baseline) return drifts.length + steps.length > 0 ? [decide, ...ADOPT, NEEDS_APPROVED] : [decide];
  const changed = drifts.filter((drift) => drift.fate !== 'told' && isSetting(drift));
  const isStop = report.dark !== null || drifts.some((drift) => !isSetting(drift));
  return [
    ...(changed.length > 0 ? approve(changed) : []),
    ...WINDOW,
    ...(isStop ? ['It covers StopLogging only where you name that in it.', ...RETIRE] : []),
    NEEDS_APPROVED,
  ];
}

/** How drifts are approved: all that were recorded, or the only one. */
export function approve(drifts: readonly Pick<ReportedDrift, 'path'>[]): readonly string[] {
  const paths = new Set(drifts.map(({ path }) => path));
  const [path] = paths;
  const option = paths.size === 1 && path ? shellWord(path) : null;
  return [
    paths.size > 1
      ? 'Approve what was changed, or one field of it with --path:'
      : 'Approve the change, and the trail is guarded with it:',
    ` trailkeeper baseline approve --trail @${option ? ` --path ${option}` : ''}`,
  ];
}

/** Logging and the trail itself are in no baseline: they cannot be approved away. */
const isSetting = ({ path }: ReportedDrift): boolean =>
  path !== 'trail' && !/^(status|delivery)\b/.test(path);

/** What to do when nobody meant it, as `advise` takes it. */
export const answerNotOurs = (report: TrailReport): readonly string[] => [
  ...(callOf(report) ? [STOLEN] : []),
  ...(callOf(report) || report.principals.length > 0 ? [] : lookFor(report)),
  ...lookAround(report),
];

const lookFor = (report: TrailReport): readonly string[] => [
  'Find out who it was. The guard looks in event history at its next sweeps, and tells you. The call is there after up to 15 minutes:',
  ` lookup-events --lookup-attributes ${suspectOf(report)}`,
  ...ownersHistory(report),
];

/** A trail that this account administers for its owner is changed from both, and each keeps its own calls. */
function ownersHistory({ trail, guard, drifts }: TrailReport): readonly string[] {
  const owner = parseArn(trail?.arn ?? '')?.accountId;
  if (!owner || owner === guard.accountId || !drifts.some(isOfTrail)) return [];
  return [
    `What account ${defang(owner, 12)} did to its trail is in the event history of that account alone.`,
  ];
}

/** Not of what the trail delivers to. */
const isOfTrail = ({ path }: ReportedDrift): boolean => !/^(bucket|key|topic|logGroup|role)\b/.test(path);

/** What was done meanwhile. Event history is kept whatever the trails do. */
function lookAround(report: TrailReport): readonly string[] {
  const interval = intervalOf(report);
  const from = interval && isoTime(interval.from);
  const until = interval && isoTime(Date.parse(interval.until ?? report.at) + 1_000);
  if (!from || !until) return [];
  if (isKept(report)) return ['See what else was done meanwhile:', showIncident(report.incidentId, ' --gap')];
  return [
    'See what else was done meanwhile. Event history has it for 90 days, in each Region:',
    ` lookup-events --start-time ${from} --end-time ${until}`,
  ];
}

/** The command that shows an incident, as `advise` takes it. */
export const showIncident = (incidentId: string, options = ''): string =>
  ` trailkeeper incidents show ${/^[\w.-]+$/.test(incidentId) ? (shellWord(incidentId) ?? 'ID') : 'ID'}${options}`;

/** Something was impaired, not only called. */
const isEpisode = (report: TrailReport): boolean =>
  intervalOf(report) !== null || report.drifts.length > 0 || report.steps.length > 0;

/** The ledger has this incident. A call on a trail that is gone, or that nobody guards, makes none. */
const isKept = ({ baseline, drifts, steps }: TrailReport): boolean =>
  baseline !== null || drifts.length > 0 || steps.length > 0;
