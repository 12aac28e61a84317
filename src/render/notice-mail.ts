import type { NoticeReport } from '../domain/telling/report.ts';
import { aboutCalls, rowOfEvents } from './about-calls.ts';
import { approve, NEEDS_APPROVED } from './answers.ts';
import { advise } from './command.ts';
import { defang, quote } from './defang.ts';
import { rowOfUnread, rowsOfDrifts } from './drift-rows.ts';
import type { Row } from './layout.ts';
import { listed } from './listed.ts';
import { namePath } from './path-name.ts';
import { rowsOfTrail } from './place-rows.ts';
import { rowOfBaseline } from './principal.ts';

type Topic = NoticeReport['about'][number];

/** The worst first. */
const TOPICS: readonly Topic[] = ['breaker', 'unread', 'unapproved', 'drift', 'elsewhere'];

const FACTS: { readonly [About in Topic]: (report: NoticeReport, nameLength: number) => string } = {
  breaker: () => 'SOMETHING KEEPS CHANGING IT, put back at sweeps only',
  unread: ({ unread }) => `CANNOT READ ${countOf(unread.map(({ part }) => part))}`,
  unapproved: () => 'not approved yet, kept logging, settings not guarded',
  drift: sayDrifts,
  elsewhere: ({ elsewhere }) => `${countOf(elsewhere)} in another account`,
};

function sayDrifts({ drifts, findings, calls }: NoticeReport, nameLength: number): string {
  const [finding] = findings;
  if (!finding || drifts.length > 1)
    return `${countOf(drifts.map(({ path }) => path))} changed, not weaker, left as is`;
  const who = calls[0] ? quote(calls[0].actor.name, nameLength) : 'somebody';
  return `${who} ${defang(finding.done)}, left as is`;
}

const countOf = ([first = '', ...more]: readonly string[]) =>
  more.length > 0 ? `${namePath(first)} and ${more.length} more` : namePath(first);

/** What people should know of a trail that nothing impairs. */
export function headlineOfNotice(report: NoticeReport, nameLength: number): string {
  const facts = TOPICS.filter((topic) => report.about.includes(topic)).map((topic) =>
    FACTS[topic](report, nameLength),
  );
  return `trail ${defang(report.trail.name, nameLength)}: ${facts.join('; ')}`;
}

export function aboutNotice(report: NoticeReport): readonly (readonly Row[])[] {
  const { trail, guard, baseline, drifts, unread, elsewhere, lost, toDo } = report;
  const is = (topic: Topic) => report.about.includes(topic);
  return [
    [...rowsOfTrail(trail, guard), rowOfBaseline(baseline), ...aboutMaker(report)],
    [
      ...rowsOfDrifts(drifts, advise([' trailkeeper baseline diff --trail @'], trail, guard)),
      rowOfUnread(unread),
      ['Elsewhere', ...listed(elsewhere, namePath)],
      ['Lost', ...listed(lost, (sentence) => defang(sentence, 256))],
    ],
    [
      ['Next', ...advise([...TOPICS.flatMap((topic) => (is(topic) ? NEXT[topic] : []))], trail, guard)],
      ['This was us', ...advise(oursOf(report), trail, guard)],
      [
        'Not us',
        ...(is('unapproved') ? advise(FIND_MAKER, trail, guard) : []),
        ...listed(toDo, (sentence) => defang(sentence, 256)),
        is('drift') && toDo.length === 0 && SET_BACK,
      ],
    ],
    [rowOfEvents(report.calls, guard)],
  ];
}

/** Who changed what nobody undoes, as far as that is known. */
function aboutMaker({ findings, calls }: NoticeReport): readonly Row[] {
  const done = [...new Set(findings.map((finding) => finding.done))];
  const isUnknown = done.length > 0 && calls.length === 0;
  return [
    ['What', ...listed(done, (one) => defang(one))],
    ...(calls.length > 0 ? aboutCalls(calls) : []),
    ['Who', isUnknown && NOBODY_KNOWN],
  ];
}

const NOBODY_KNOWN = 'not known: no event of a call that did it has arrived';

const NEXT: { readonly [About in Topic]: readonly string[] } = {
  breaker: [
    'Settings were put back five times in ten minutes. It may be a tool that deploys other settings than those approved: correct it, or approve them. See which:',
    ' trailkeeper baseline diff --trail @',
  ],
  unread: [
    'Whether these parts are as approved is not known. The guard looks again at every sweep, and tells you when something is wrong. See what keeps its role from reading them.',
  ],
  unapproved: [
    'The guard keeps this trail logging, and no more: it does not create it again when it is deleted, and puts none of its settings back.',
  ],
  drift: [],
  elsewhere: ['Only a guard in the account that owns them can put these back: deploy one there.'],
};

function oursOf({ about, drifts }: NoticeReport): readonly string[] {
  const adopt = about.includes('unapproved') ? ADOPT : [];
  const ours = [...adopt, ...(drifts.length > 0 ? approve(drifts) : [])];
  return ours.length > 0 ? [...ours, NEEDS_APPROVED] : [];
}

const ADOPT = ['Look at it. If it is as it must be, approve it so:', ' trailkeeper baseline adopt --trail @'];

const FIND_MAKER = [
  'Find out who made it, then delete it, or leave it:',
  ' lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateTrail',
];

const SET_BACK = 'Set it back yourself: nothing less is recorded by it, so the guard leaves it.';
