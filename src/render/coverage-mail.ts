import type { CoverageReport, CoveredTrail } from '../domain/report.ts';
import { advise } from './command.ts';
import { defang } from './defang.ts';
import type { Row } from './layout.ts';

/** AWS allows five trails per Region. */
const SHOWN = 40;

/** What is guarded and what is not, and how to see the guard work. */
export function aboutCoverage({ guard, trails, occasion }: CoverageReport): readonly (readonly Row[])[] {
  const guarded = trails.filter((trail) => trail.guarded);
  const others = trails.filter((trail) => !trail.guarded);
  return [
    [
      ['Account', `${defang(guard.accountId)} ${defang(guard.region)}`],
      ['Guarded', ...linesOf(guarded)],
      ['Not guarded', ...linesOf(others)],
    ],
    [
      [
        'Next',
        ...nextOf(
          occasion,
          guarded[0],
          others.find(({ isOff }) => isOff),
          guard,
        ),
      ],
    ],
    [['Note', ...NOTES]],
  ];
}

function nextOf(
  occasion: CoverageReport['occasion'],
  guarded: CoveredTrail | undefined,
  off: CoveredTrail | undefined,
  guard: CoverageReport['guard'],
) {
  if (occasion === 'removal') return advise(REMOVED, null, guard);
  if (guarded) return advise(TEST, guarded, guard);
  return [...advise(BEGIN, off ?? null, guard), ...advise(CREATE, null, guard)];
}

const REMOVED = [
  'If this was planned, nothing is left to do. If not, somebody is taking the guard away: find out who, and deploy it again.',
  ' lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=DeleteStack',
];

const linesOf = (trails: readonly CoveredTrail[]) =>
  trails
    .slice(0, SHOWN)
    .flatMap(({ name, because, arn }) => [`${defang(name)}: ${defang(because)}`, defang(arn, 256)]);

const TEST = [
  'Test it: stop the trail and watch. In a minute a mail says who it was, and the trail logs again (in mode notify: start it yourself).',
  ' stop-logging --name @',
  ' get-trail-status --name @',
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
