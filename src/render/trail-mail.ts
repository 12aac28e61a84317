import { isJsonObject } from '../domain/json.ts';
import type { ReportedCall, TrailReport } from '../domain/report.ts';
import { aboutCalls, rowOfEvents, SHOWN, wasItYou } from './about-calls.ts';
import { advise } from './command.ts';
import { linkTo } from './console-link.ts';
import { defang, quote } from './defang.ts';
import { callOf, darkFor, isOver } from './headline.ts';
import type { Row } from './layout.ts';
import { repairOf, suspectOf } from './repair.ts';
import { isoTime, readableTime } from './time.ts';

const NOTICES = {
  first: '',
  changed: ' This is news of an incident told before.',
  reminder: ' More reminders follow while it stays dark.',
  digest: ' It goes on: this is a digest.',
  'actor-found': ' The event came late: now it is known who it was.',
} as const;

/** What the headline leaves out. */
export function noteOf(report: TrailReport): string {
  const { dark, notice } = report;
  const duration = dark ? ` Dark for ${darkFor(report)}${dark.until ? '' : ' so far'}.` : '';
  return duration + NOTICES[notice];
}

/** What happened to a trail, what was done, what to do next, and where to look it up. */
export function aboutTrail(report: TrailReport): readonly (readonly Row[])[] {
  const { trail, guard, calls, securityFindings } = report;
  const call = callOf(report);
  return [
    [
      trail
        ? ['Trail', defang(trail.name), defang(trail.arn, 256)]
        : [
            'Trail',
            'none that this guard knows now; the call named',
            quote(call?.trailAsRecorded ?? 'none', 256),
          ],
      ['Account', defang(guard.accountId)],
      ['Home Region', trail && defang(trail.homeRegion)],
      rowOfDark(report),
      ...aboutDeed(report, call),
    ],
    aboutGuard(report),
    [['Next', ...advise(nextOf(report, call), trail, guard)]],
    [
      rowOfEvents(call ? [call, ...calls.filter((other) => other !== call)] : calls, guard),
      [
        'Finding',
        ...securityFindings
          .slice(0, SHOWN)
          .flatMap(({ source, type, id, region }) => [
            `${source}: ${defang(type)}`,
            defang(id, 256),
            linkTo(source, id, region, guard),
          ]),
      ],
    ],
  ];
}

const rowOfDark = ({ dark, ...report }: TrailReport): Row => [
  'Dark',
  dark && darkFor({ dark, ...report }),
  dark && `from ${readableTime(dark.from)}`,
  dark && `until ${dark.until ? readableTime(dark.until) : 'now'}`,
];

function aboutDeed(
  { findings, severity, calls, principals }: TrailReport,
  call: ReportedCall | undefined,
): readonly Row[] {
  if (call) {
    const { eventName, done, evidence } = call;
    const what = `${defang(eventName)}: ${defang(done)} (${severity})`;
    return [
      ['What', what, evidence && defang(evidence)],
      ['Request', ...linesOfRequest(call)],
      ...aboutCalls([call, ...alike(call, calls)]),
    ];
  }
  const [finding] = findings;
  const who = principals.slice(0, SHOWN).map((principal) => quote(principal, 256));
  return [
    ['What', finding && `${defang(finding.evidence)} (${severity})`],
    ['Who', ...(who.length > 0 ? who : ['not known: no event of the call has arrived'])],
  ];
}

/** Others that did the same. */
const alike = (call: ReportedCall, calls: readonly ReportedCall[]) =>
  calls.filter((other) => other !== call && !other.isGuardsOwn && other.eventName === call.eventName);

/** What the call asked for, field by field. */
function linesOfRequest({ record: { requestParameters } }: ReportedCall): readonly string[] {
  const fields = isJsonObject(requestParameters) ? Object.entries(requestParameters) : [];
  const show = (value: unknown) =>
    typeof value === 'string' ? quote(value, 256) : defang(String(JSON.stringify(value)), 256);
  return fields.slice(0, SHOWN).map(([field, value]) => `${defang(field)} = ${show(value)}`);
}

const aboutGuard = ({ steps, notDone, outcome }: TrailReport): readonly Row[] => [
  [
    'Guard sent',
    ...steps.map(({ call, result, at }) => `${call} at ${readableTime(at)}: ${result}`),
    outcome === 'restored' && 'Proven by reading it again: GetTrailStatus says that it logs.',
  ],
  ['Not done', ...notDone.slice(0, SHOWN).map(({ what, why }) => `${defang(what)}: ${defang(why, 512)}`)],
];

const nextOf = (report: TrailReport, call: ReportedCall | undefined): readonly string[] => [
  ...(isOver(report) ? [] : repairOf(report)),
  ...(call ? askAbout(call, isOver(report)) : []),
  ...(call || report.principals.length > 0 ? [] : lookFor(suspectOf(report))),
  ...lookAround(report),
];

const askAbout = ({ techniqueId, eventName }: ReportedCall, isOver: boolean): readonly string[] =>
  techniqueId ? wasItYou(isOver) : [MAY_WEAKEN.includes(eventName) ? UNKNOWN_EFFECT : NO_EFFECT];

/** Calls whose effect depends on what was before, which this release does not know. */
const MAY_WEAKEN = ['UpdateTrail', 'PutEventSelectors'];
const UNKNOWN_EFFECT =
  'The record alone does not show whether this weakens the trail: compare it with what you approved.';
const NO_EFFECT = 'It impairs nothing. If nobody expected it, ask who is named above.';

const lookFor = (suspect: string): readonly string[] => [
  'Find out who it was. Event history has the call, up to 15 minutes late:',
  ` lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=${suspect}`,
];

/** Event history is kept whatever the trails do. */
function lookAround({ dark, at }: TrailReport): readonly string[] {
  const from = dark && isoTime(dark.from);
  const until = dark && isoTime(Date.parse(dark.until ?? at) + 1_000);
  if (!from || !until) return [];
  return [
    'See what else was done in the dark. Event history has it for 90 days, in each Region:',
    ` lookup-events --start-time ${from} --end-time ${until}`,
  ];
}
