import type { Report } from '../domain/telling/report.ts';
import { defang } from './defang.ts';
import { headlineOf } from './headline.ts';
import { shortenAtWords } from './shorten-at-words.ts';

const LENGTH = 99;
/** Names give way first, then the Region, then who it was, then words before the outcome. */
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
  const [shortest = ''] = places.slice(-1);
  const facts = NAME_LENGTHS.map((length) => ascii(headlineOf(report, length)));
  const withoutWho = withoutCaller(facts.at(-1) ?? '');
  const whole = [
    ...places.flatMap((place) => facts.map((fact) => START + fact + place)),
    START + withoutWho + shortest,
  ];
  return whole.find(({ length }) => length <= LENGTH) ?? cut(withoutWho, shortest);
}

const START = '[trailkeeper] ';

const cut = (fact: string, place: string) =>
  START + shortenAtWords(fact, LENGTH - START.length - place.length) + place;

/** What was done and how it ended says more than who did it, which the message has in full. */
const withoutCaller = (fact: string) => fact.replace(/: "[^"]*" /, ': ');

const ascii = (text: string) => text.replaceAll('’', "'").replace(/[^ -~]/gu, '?');
