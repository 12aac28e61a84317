import type { Report } from '../domain/telling/report.ts';
import { bound, defang } from './defang.ts';
import { headlineOf } from './headline.ts';

const LENGTH = 99;
/** Names give way first, then the Region, then the middle. */
const NAME_LENGTHS = [40, 24, 16, 12];

/**
 * A subject that SNS accepts whatever the report holds: 1 to 99 characters of printable ASCII. One it refuses would
 * silence the guard.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function renderSubject(report: Report): string {
  const { accountId, region } = report.guard;
  const home = ('trail' in report && report.trail?.homeRegion) || region;
  const account = defang(accountId, 12);
  const places = [` (${account} ${defang(home, 16)})`, ` (${account})`].map((place) =>
    ascii(place).slice(-40),
  );
  const facts = NAME_LENGTHS.map((length) => ascii(headlineOf(report, length)));
  const whole = places.flatMap((place) => facts.map((fact) => START + fact + place));
  return whole.find(({ length }) => length <= LENGTH) ?? cut(facts.at(-1) ?? '', places.at(-1) ?? '');
}

const START = '[trailkeeper] ';

const cut = (fact: string, place: string) =>
  START + bound(fact, LENGTH - START.length - place.length) + place;

const ascii = (text: string) => text.replace(/[^ -~]/gu, '?');
