import type { GapReport } from '../domain/telling/report.ts';
import { SHOWN, STOLEN } from './about-calls.ts';
import { showIncident } from './answers.ts';
import { advise } from './command.ts';
import { defang, quote } from './defang.ts';
import type { Row } from './layout.ts';
import { rowsOfTrail } from './place-rows.ts';
import { readableDuration, readableTime } from './time.ts';

type Notable = GapReport['gap']['notable'][number];

/** What was done while nothing was recorded; first whether anybody has to look. */
export function headlineOfGap({ trail, gap }: GapReport, nameLength: number): string {
  const { calls, isCut, notable, principals } = gap;
  const name = `trail ${defang(trail.name, nameLength)}`;
  if (calls === 0) return `${name}: no call in the dark that event history knows`;
  const all = `${isCut ? 'more than ' : ''}${count(calls, 'call')} by ${count(principals.length, 'principal')}`;
  return notable.length > 0
    ? `LOOK AT ${count(notable.length, 'CALL')} IN THE DARK, ${name}: of ${all}`
    : `${name}: ${all} in the dark, none notable`;
}

const count = (number: number, noun: string) =>
  `${number} ${number === 1 ? noun : noun + (noun === 'CALL' ? 'S' : 's')}`;

export function aboutGap(report: GapReport): readonly (readonly Row[])[] {
  const { trail, guard, dark, gap, incidentId, at } = report;
  const { notable, principals, regions, isCut } = gap;
  const forMs = dark.forMs ?? Date.parse(at) - Date.parse(dark.from);
  return [
    [
      ...rowsOfTrail(trail, guard),
      [
        'Dark',
        readableDuration(forMs),
        `from ${readableTime(dark.from)}`,
        `until ${dark.until ? readableTime(dark.until) : 'now'}`,
      ],
    ],
    [
      ['Look at', ...listed(notable, sayNotable)],
      ['Who', ...listed(principals, ({ principal, calls }) => `${calls} x ${quote(principal, 256)}`)],
      [
        'Regions',
        regions
          .slice(0, 40)
          .map((region) => defang(region))
          .join(', '),
      ],
      ['', isCut && 'There were more calls than were read.'],
    ],
    [
      ['Next', ...(gap.calls > 0 ? advise([KEEP, showIncident(incidentId, ' --gap')], trail, guard) : [])],
      ['Not us', gap.calls > 0 && STOLEN],
    ],
  ];
}

const KEEP =
  'Event history has these calls for 90 days, and no log file of this trail does. Read and keep them:';

const listed = <Item>(items: readonly Item[], say: (item: Item) => string): readonly string[] => [
  ...items.slice(0, SHOWN).map(say),
  ...(items.length > SHOWN ? [`and ${items.length - SHOWN} more`] : []),
];

const sayNotable = ({ eventName, eventSource, principal, at, error }: Notable): string =>
  `${readableTime(at)}: ${defang(eventName)} of ${defang(eventSource.replace(/\.amazonaws\.com$/, ''))} by ${quote(principal, 256)}${error ? `, failed: ${defang(error)}` : ''}`;
