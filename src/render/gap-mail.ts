import type { GapReport } from '../domain/telling/report.ts';
import { STOLEN } from './about-calls.ts';
import { showIncident } from './answers.ts';
import { advise } from './command.ts';
import { defang, quote } from './defang.ts';
import type { Row } from './layout.ts';
import { listed } from './listed.ts';
import { rowsOfTrail } from './place-rows.ts';
import { readableDuration, readableTime } from './time.ts';

type Gap = GapReport['gap'];
type Notable = Gap['notable'][number];

/** What was done while nothing was recorded; first whether anybody has to look. */
export function headlineOfGap({ trail, gap }: GapReport, nameLength: number): string {
  const { calls, isCut, notableCount, principalCount } = gap;
  const name = `trail ${defang(trail.name, nameLength)}`;
  if (gap.regions.length === 0) return `${name}: what was done in the dark could not be read`;
  if (calls === 0 && !isWhole(gap)) return `${name}: no call in the dark, as far as event history was read`;
  if (calls === 0) return `${name}: no call in the dark that event history knows`;
  const all = `${isCut ? 'more than ' : ''}${count(calls, 'call')} by ${count(principalCount, 'principal')}`;
  return notableCount > 0
    ? `LOOK AT ${count(notableCount, 'CALL')} IN THE DARK, ${name}: of ${all}`
    : `${name}: ${all} in the dark, ${isCut ? 'and not all were read' : 'none notable'}`;
}

const isWhole = ({ unread, unlisted, isOrganization }: Gap): boolean =>
  unread.length === 0 && unlisted === null && !isOrganization;

const count = (number: number, noun: string) =>
  `${number} ${number === 1 ? noun : noun + (noun === 'CALL' ? 'S' : 's')}`;

export function aboutGap(report: GapReport): readonly (readonly Row[])[] {
  const { trail, guard, dark, gap, incidentId, at } = report;
  const { notable, notableCount, principals, principalCount, regions, unread, unlisted, isCut } = gap;
  const next = gap.calls > 0 ? KEEP : ASK_AGAIN;
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
      ['Look at', ...listed(notable, sayNotable, { count: notableCount })],
      [
        'Who',
        ...listed(principals, ({ principal, calls }) => `${calls} x ${quote(principal, 256)}`, {
          count: principalCount,
        }),
      ],
      ['Regions', listed(regions, (region) => defang(region), { atMost: 40 }).join(', ')],
      ['', isCut && 'More calls were made than were read here, and the newest were read first.'],
      [
        'Not read',
        ...[...Map.groupBy(unread, ({ reason }) => reason)].map(sayUnread),
        unlisted && `any other Region that this account may use: ${defang(unlisted)}`,
        gap.isOrganization && 'the other accounts of the organization: each has an event history of its own',
      ],
    ],
    [
      [
        'Next',
        ...(gap.calls > 0 || unread.length > 0
          ? advise([next, showIncident(incidentId, ' --gap')], trail, guard)
          : []),
      ],
      ['Not us', gap.calls > 0 && STOLEN],
    ],
  ];
}

const KEEP =
  'Event history has these calls for 90 days, and no log file of this trail does. Read and keep them:';

const ASK_AGAIN = 'Event history has every call for 90 days. Ask it again:';

/** Policies that keep an account to some Regions answer for all the others with the same words. */
const sayUnread = ([reason, ofReason]: readonly [string, Gap['unread']]): string =>
  `${ofReason.map(({ region }) => defang(region)).join(', ')}: ${defang(reason)}`;

const sayNotable = ({ eventName, eventSource, region, principal, at, error }: Notable): string =>
  `${readableTime(at)}: ${defang(eventName)} of ${defang(eventSource.replace(/\.amazonaws\.com$/, ''))} in ${defang(region)} by ${quote(principal, 256)}${error ? `, failed: ${defang(error)}` : ''}`;
