import type { BaselineReport } from '../domain/telling/report.ts';
import { STOLEN } from './about-calls.ts';
import { NEEDS_APPROVED } from './answers.ts';
import { advise } from './command.ts';
import { defang, quote } from './defang.ts';
import { linesOfChanges } from './drift-rows.ts';
import type { Row } from './layout.ts';
import { rowsOfTrail } from './place-rows.ts';
import { nameOfPrincipal, rowOfBaseline, rowOfWriter } from './principal.ts';

/** What was approved, in which way. */
const DEEDS = {
  deployment: 'adopted as it was at the deployment',
  adopt: 'adopted as it is',
  approve: 'a change approved',
  principal: 'changed, and so approved,',
  import: 'declared by hand',
  retire: 'retired',
} as const;

/** What happened to a baseline, and what rules now. */
export function headlineOfBaseline(report: BaselineReport, nameLength: number): string {
  const { event, baseline, by, trail } = report;
  const who = nameOfPrincipal(by, nameLength);
  const name = `trail ${defang(trail.name, nameLength)}`;
  const rules = baseline ? `version ${baseline.version} still rules` : 'only its logging is guarded';
  if (event === 'retired') return `NOT GUARDED ANY MORE, ${name}: ${who} ended it`;
  if (event === 'tampered') return `BASELINE TAMPERED by ${who}, ${name}: ${rules}`;
  if (event === 'missing') return `BASELINE GONE, ${name}: ${rules}`;
  if (event === 'unreadable') return `BASELINE UNREADABLE, ${name}: ${rules}`;
  const how = DEEDS[baseline?.approval.how ?? 'approve'] ?? DEEDS.approve;
  return `${name}: ${how} by ${who}${baseline ? `, version ${baseline.version} rules` : ''}`;
}

export function aboutBaseline(report: BaselineReport): readonly (readonly Row[])[] {
  const { trail, guard, event, baseline, by, why, changes } = report;
  const answers = ANSWERS[event];
  return [
    [...rowsOfTrail(trail, guard)],
    [
      ['Why', why && defang(why, 512)],
      rowOfWriter(by),
      ...(event === 'retired' ? rowsOfRetired(baseline) : [rowOfBaseline(baseline), rowOfChanges(changes)]),
    ],
    [
      ['Now', ...nowOf(report)],
      ['This was us', ...advise(answers.ours, trail, guard)],
      ['Not us', ...advise(answers.notOurs, trail, guard)],
    ],
  ];
}

const rowsOfRetired = (baseline: BaselineReport['baseline']): readonly Row[] => [
  ['Because', baseline?.approval.reason && quote(baseline.approval.reason, 256)],
];

const rowOfChanges = (changes: BaselineReport['changes']): Row => ['Changed', ...linesOfChanges(changes)];

/** What goes on, whatever was done. */
function nowOf({ event, baseline }: BaselineReport): readonly string[] {
  if (event === 'approved') return [];
  if (event === 'retired') return ['The guard leaves this trail alone, even when it is stopped.'];
  return [
    baseline
      ? 'What was done to the baseline does not count. The last version that was approved goes on ruling.'
      : 'No approved version is left. The trail is kept logging, and its settings are not guarded.',
  ];
}

interface Answers {
  readonly ours: readonly string[];
  readonly notOurs: readonly string[];
}

/** Never at once: the trail may have been changed as well. */
const WRITE_AGAIN = [
  'See that nothing differs, or is as it must be. Then approve the trail so:',
  ' trailkeeper baseline diff --trail @',
  ' trailkeeper baseline adopt --trail @',
  NEEDS_APPROVED,
];

const NO_LONGER_STORED: Answers = {
  ours: WRITE_AGAIN,
  notOurs: [
    'Somebody may be preparing to weaken the trail. Find out who wrote or deleted the parameter:',
    ' lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=ssm"."amazonaws"."com',
  ],
};

const ANSWERS: { readonly [Event in BaselineReport['event']]: Answers } = {
  approved: {
    ours: ['Then nothing is left to do.'],
    notOurs: [
      STOLEN,
      'Then set the trail as it must be, and approve that:',
      ' trailkeeper baseline adopt --trail @',
    ],
  },
  retired: {
    ours: ['Then nothing is left to do.'],
    notOurs: [
      STOLEN,
      'See that the trail logs and is as it must be. Then guard it again:',
      ' get-trail-status --name @',
      ' trailkeeper baseline adopt --trail @',
      NEEDS_APPROVED,
    ],
  },
  tampered: {
    ours: ['It does not count for the reason above.', ...WRITE_AGAIN],
    notOurs: [STOLEN, 'Then write the baseline again, as above.'],
  },
  missing: NO_LONGER_STORED,
  unreadable: NO_LONGER_STORED,
};
