import type { Actor } from '../domain/actor.ts';
import type { GuardIdentity, ReportedCall } from '../domain/telling/report.ts';
import { linkTo } from './console-link.ts';
import { defang, quote } from './defang.ts';
import type { Line, Row } from './layout.ts';
import { listed } from './listed.ts';
import { readableTime } from './time.ts';

/** Who, from where and when: of one call, or of several by one principal. */
export function aboutCalls(calls: readonly ReportedCall[]): readonly Row[] {
  const each = (tell: (call: ReportedCall) => Line) =>
    listed([...new Set(calls.map(tell).filter(Boolean))], (line) => line);
  return [
    [
      'Who',
      ...each(({ actor }) => nameOf(actor)),
      ...each(({ actor }) => actor.arn && quote(actor.arn, 256)),
    ],
    ['From', ...each(({ sourceIp }) => sourceIp && quote(sourceIp))],
    ['Agent', ...each(({ userAgent }) => userAgent && quote(userAgent))],
    ['When', ...each(({ at }) => readableTime(at))],
    ['', 'Words in quotes are the caller’s own: they prove nothing.'],
  ];
}

function nameOf({ kind, name, isConsole, isCrossAccount, accountId }: Actor): string {
  const who =
    kind === 'root' ? 'root user' : `${kind.replace('-', ' ').replace('iam', 'IAM')} ${quote(name)}`;
  const account = isCrossAccount ? `, of another account: ${defang(accountId ?? 'unknown')}` : '';
  return `${who}${isConsole ? ', in the console' : ''}${account}`;
}

/** Where to look calls up. */
export const rowOfEvents = (calls: readonly ReportedCall[], guard: GuardIdentity): Row => [
  'Event',
  ...listed(
    calls.filter(({ isGuardsOwn }) => !isGuardsOwn),
    ({ eventName, eventId, region, actor }) => [
      `${defang(eventName)} ${defang(eventId)} ${quote(actor.name)}`,
      linkTo('event', eventId, region, guard),
    ],
  ),
];

/** What to do with the credentials of whoever did what nobody meant. */
export const STOLEN =
  'Take these credentials for stolen: deactivate the user’s access keys, revoke the role’s active sessions, or renew root’s password and keys.';
