import type { Report } from '../domain/report.ts';
import { bound, defang } from './defang.ts';
import { headlineOf } from './headline.ts';

const LENGTH = 99;
/** Names give way first, then the middle. */
const NAME_LENGTHS = [40, 24, 16, 12];

/**
 * A subject that SNS accepts whatever the report holds: 1 to 99 characters of printable ASCII. One it refuses would
 * silence the guard.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function renderSubject(report: Report): string {
  const { accountId, region } = report.guard;
  const home = (report.kind === 'trail' && report.trail?.homeRegion) || region;
  const place = ascii(` (${defang(accountId, 12)} ${defang(home, 16)})`).slice(-40);
  const start = '[trailkeeper] ';
  const room = LENGTH - start.length - place.length;
  const facts = NAME_LENGTHS.map((length) => ascii(headlineOf(report, length)));
  const fact = facts.find(({ length }) => length <= room) ?? bound(facts.at(-1) ?? '', room);
  return start + fact + place;
}

const ascii = (text: string) => text.replace(/[^ -~]/gu, '?');
