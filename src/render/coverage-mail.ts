import type { CoverageReport, CoveredTrail } from '../domain/telling/report.ts';
import { NEEDS_APPROVED } from './answers.ts';
import { advise } from './command.ts';
import { defang } from './defang.ts';
import type { Line, Row } from './layout.ts';
import { listed } from './listed.ts';

/** AWS allows five trails per Region. */
const SHOWN = 40;
/** Of one trail. */
const WEAKNESSES_SHOWN = 6;

/** Whether anything is guarded. */
export function headlineOfCoverage({ occasion, trails }: CoverageReport): string {
  if (occasion === 'removal') return 'THE GUARD IS BEING REMOVED, no trail is guarded any more';
  const count = trails.filter(({ guarded }) => guarded).length;
  if (count === 0) return 'NOTHING IS GUARDED, no trail of this guard is logging';
  const weak = trails.filter((trail) => trail.guarded && trail.weaknesses.length > 0).length;
  const what = trails.some(isKept)
    ? `${count} of ${trails.length} trails`
    : `what ${trailsDeliver(count)} to`;
  return `guarding ${what}${weak > 0 ? `, ${weak} with weak settings` : ''}`;
}

const trailsDeliver = (count: number) => (count === 1 ? '1 trail delivers' : `${count} trails deliver`);

/** The trail itself, and not only what another account's trail delivers to. */
const isKept = ({ guarded, destination }: CoveredTrail): boolean => guarded && !destination;

/** What is guarded and what is not, and how to see the guard work. */
export function aboutCoverage({ guard, trails, occasion }: CoverageReport): readonly (readonly Row[])[] {
  const guarded = trails.filter((trail) => trail.guarded);
  const others = trails.filter((trail) => !trail.guarded);
  return [
    [
      ['Account', `${defang(guard.accountId)} ${defang(guard.region)}`],
      ['Who', ...(occasion === 'removal' ? advise(REMOVER, null, guard) : [])],
      ['Guarded', ...linesOf(guarded)],
      ['Not guarded', ...linesOf(others)],
    ],
    aboutBaselines(guarded, guard),
    [
      [
        'Next',
        ...nextOf(
          occasion,
          guarded.find(isKept) ?? guarded[0],
          others.find(({ isOff }) => isOff),
          guard,
        ),
      ],
    ],
    occasion === 'removal' ? [] : [['Note', ...NOTES]],
  ];
}

/** What each guarded trail is kept as: what was approved, however weak, or its logging alone. */
function aboutBaselines(guarded: readonly CoveredTrail[], guard: CoverageReport['guard']): readonly Row[] {
  const approved = guarded.filter(({ baseline }) => baseline !== null);
  const unapproved = guarded.filter(({ baseline }) => baseline === null);
  const weak = approved.filter(({ weaknesses }) => weaknesses.length > 0);
  const adopt = (trail: CoveredTrail) => advise([`${defang(trail.name)}:`, ...ADOPT], trail, guard);
  return [
    ['Looks weak', ...listed(weak, weaknessesOf, { atMost: SHOWN }), weak.length > 0 && WEAK],
    [
      'Not approved',
      ...listed(unapproved, adopt, { atMost: SHOWN }),
      unapproved.length > 0 && NEEDS_APPROVED,
    ],
  ];
}

const weaknessesOf = ({ name, weaknesses }: CoveredTrail): readonly Line[] =>
  listed(weaknesses, ({ what, why }) => `${defang(what, 200)}: ${defang(why, 200)}`, {
    atMost: WEAKNESSES_SHOWN,
  }).map((line) => `${defang(name)}: ${line}`);

const WEAK =
  'These are approved as they are: the guard leaves them so. Whoever ApprovedPrincipals names may change them, and that is approved with it.';

const ADOPT = [' trailkeeper baseline adopt --trail @'];

function nextOf(
  occasion: CoverageReport['occasion'],
  guarded: CoveredTrail | undefined,
  off: CoveredTrail | undefined,
  guard: CoverageReport['guard'],
) {
  if (occasion === 'removal') return advise(REMOVED, null, guard);
  if (guarded?.destination) return advise(keptHere(guarded.destination), guarded, guard);
  if (guarded) return advise(TEST, guarded, guard);
  return [...advise(BEGIN, off ?? null, guard), ...advise(CREATE, null, guard)];
}

const REMOVED = [
  'If this was planned, nothing is left to do. If not, somebody is taking the guard away: find out who, stop them, and deploy it again.',
];

/** The request that CloudFormation sends at a deletion names no principal. */
const REMOVER = [
  'not known: CloudFormation does not tell the guard who deleted its stack. Event history does, a few minutes after the call:',
  ' lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=DeleteStack',
];

const linesOf = (trails: readonly CoveredTrail[]) =>
  listed(
    trails,
    ({ name, baseline, because, arn }) => [
      `${defang(name)}${baseline === null ? '' : ` (baseline ${baseline})`}: ${defang(because, 256)}`,
      defang(arn, 256),
    ],
    { atMost: SHOWN },
  );

const TEST = [
  'Test it: stop the trail and watch. In a minute a mail says who it was, and the trail logs again (in mode notify: start it yourself).',
  ' stop-logging --name @',
  ' get-trail-status --name @',
];

/** Where there is no trail, none can be stopped for a test. */
const keptHere = (destination: readonly string[]): readonly string[] => [
  'The trail is kept by the guard of its own account. Kept here is what it delivers to. What somebody deletes or weakens of that is told, and put back as far as RestoreScope lets the guard:',
  ...destination.map((name) => `- ${defang(name, 256)}`),
  'See how it stands:',
  ' trailkeeper check --trail @',
];

const BEGIN = [
  'While no trail logs, EventBridge gets no CloudTrail events. A trail is guarded as soon as it is seen logging, unless the parameters name others. Start the one you have:',
  ' start-logging --name @',
];

const CREATE = [
  'or create one: in the CloudTrail console, which makes its bucket too, or with a bucket whose policy lets CloudTrail write:',
  ' create-trail --name main --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation',
  ' start-logging --name main',
];

const NOTES = [
  'Findings of GuardDuty and Security Hub make the guard look, too. Where these are off, that second, independent signal is missed; nothing else breaks.',
  'The unsubscribe link below works for anyone who has this mail.',
];
