import type { AttemptsReport } from '../domain/telling/report.ts';
import { aboutCalls, rowOfEvents, STOLEN } from './about-calls.ts';
import { defang, quote } from './defang.ts';
import type { Row } from './layout.ts';
import { listed } from './listed.ts';
import { readableTime } from './time.ts';

/** Who tried, and that nothing came of it. */
export function headlineOfAttempts({ calls, principal, count }: AttemptsReport, nameLength: number): string {
  const [first, ...others] = new Set(calls.map(({ eventName }) => defang(eventName, nameLength)));
  const what = first && others.length === 0 ? `${first} ${count} times` : `${count} calls`;
  const who = quote(calls[0]?.actor.name ?? principal, nameLength);
  return `${who} tried ${count === 1 ? (first ?? 'a call') : what}, nothing changed`;
}

/** Who tried what, and how often. */
export function aboutAttempts(report: AttemptsReport): readonly (readonly Row[])[] {
  const { guard, count, calls, since, principal } = report;
  const tries = calls.map(({ eventName, error }) => `${defang(eventName)}: ${defang(error?.code ?? '')}`);
  const sayTries = (kind: string) => `${tries.filter((other) => other === kind).length} x ${kind}`;
  const unseen = count - calls.length;
  const tally = [...listed([...new Set(tries)], sayTries), unseen > 0 && `and ${unseen} more`];
  const message = calls[0]?.error?.message;
  return [
    [
      ['Account', defang(guard.accountId)],
      ['Attempts', `${count} since ${readableTime(since)}, by ${quote(principal, 256)}`, ...tally],
      [
        'Trails named',
        ...listed([...new Set(calls.flatMap((call) => call.trailAsRecorded ?? []))], (name) =>
          quote(name, 256),
        ),
      ],
      ['AWS said', message && quote(message, 512)],
      ...aboutCalls(calls),
    ],
    [
      ['This was us', 'Then nothing is left to do.'],
      ['Not us', STOLEN, 'More attempts of this caller come as one message an hour.'],
    ],
    [rowOfEvents(calls, guard)],
  ];
}
