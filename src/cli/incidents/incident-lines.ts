import { asJsonObject } from '../../domain/json.ts';
import type { Episode } from '../../domain/telling/episode.ts';
import type { Dark, Gap, TrailReport } from '../../domain/telling/report.ts';
import { readableDuration, readableTime } from '../../render/time.ts';
import { labelled } from '../layout.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import { describeIncident } from './describe-incident.ts';
import { stateWord } from './state-word.ts';

/** What people read of one incident. @param now milliseconds since the epoch */
export function incidentShowLines(episode: Episode, now: number): readonly string[] {
  const { id, trail, state, openedAt, closedAt, times, techniques, principals, dark, weakened } = episode;
  const { darkForMs } = describeIncident(episode, now);
  const text = (label: string, value: string) => labelled(label, printable(value));
  return [
    `${pc.bold(printable(id))}  ${state === 'dark' ? pc.red(stateWord(state)) : printable(stateWord(state))}`,
    ...text('trail', trail.arn),
    ...text('opened', `${readableTime(openedAt)}${closedAt ? `, closed ${readableTime(closedAt)}` : ''}`),
    ...text('impaired', `${times} ${times === 1 ? 'time' : 'times'}`),
    ...(darkForMs === null ? [] : text('dark for', readableDuration(darkForMs))),
    ...dark.flatMap((interval) => text('dark', intervalText(interval))),
    ...weakened.flatMap((interval) => text('weakened', intervalText(interval))),
    ...techniques.flatMap(({ techniqueId, severity, done }) =>
      text('technique', `${techniqueId} (${severity}): ${done}`),
    ),
    ...text('who', principals.join(', ') || 'not known yet'),
    ...episode.reports.flatMap((report) => ['', ...reportLines(report)]),
    '',
    ...gapEnd(episode),
  ];
}

const intervalText = ({ from, until, forMs }: Dark): string =>
  until === null
    ? `since ${readableTime(from)}`
    : `${readableTime(from)} to ${readableTime(until)}${forMs === null ? '' : ` (${readableDuration(forMs)})`}`;

/** One message about it. What the table holds may be anything: a report without its lists is shown as far as it goes. */
function reportLines(report: TrailReport): readonly string[] {
  const { at, notice, outcome } = report;
  const text = (label: string, value: string) => labelled(label, printable(value));
  const list = <T>(items: readonly T[] | undefined): readonly T[] => (Array.isArray(items) ? items : []);
  return [
    printable(`${readableTime(at)}  ${notice}: ${outcome}`),
    ...list(report.calls).flatMap(({ eventName, actor, sourceIp, userAgent, error, isGuardsOwn }) =>
      text(
        isGuardsOwn ? 'guard' : 'call',
        `${eventName} by ${asJsonObject(actor).name}${sourceIp ? ` from ${sourceIp}` : ''}${userAgent ? ` with ${userAgent}` : ''}${error ? `: ${error.code}` : ''}`,
      ),
    ),
    ...list(report.drifts).flatMap(({ path, fate }) => text(fate, path)),
    ...list(report.steps).flatMap((step) =>
      text(step.result, `${step.call}${step.result === 'done' ? '' : `: ${step.reason}`}`),
    ),
    ...list(report.notDone).flatMap(({ what, why }) => text('not done', `${what}: ${why}`)),
    ...list(report.lost).flatMap((sentence) => text('lost', sentence)),
    ...list(report.toDo).flatMap((sentence) => text('to do', sentence)),
  ];
}

function gapEnd({ id, dark, gap }: Episode): readonly string[] {
  const when = dark.length > 0 ? 'What happened in the dark:' : 'It was never dark. What happened meanwhile:';
  return [...(gap ? gapLines(gap) : []), `${when}  trailkeeper incidents show ${printable(id)} --gap`];
}

/** Event history of the time in which less was recorded, or nothing, summed up. */
export function gapLines({
  calls,
  isCut,
  principals,
  principalCount,
  notable,
  notableCount,
  regions,
  unread,
  unlisted,
  isOrganization,
}: Gap): readonly string[] {
  const text = (label: string, value: string) => labelled(label, printable(value));
  const more = (count: number) => (count > 0 ? text('', `and ${count} more`) : []);
  const count = `${calls} that ${calls === 1 ? 'changes' : 'change'} something, in ${regions.join(', ')}${isCut ? '; there were more' : ''}`;
  return [
    ...text('calls', count),
    ...principals.flatMap(({ principal, calls: own }) => text('', `${own} by ${principal}`)),
    ...more(principalCount - principals.length),
    ...notable.flatMap(({ eventName, eventSource, region, principal, at, error }) =>
      text(
        'notable',
        `${readableTime(at)}  ${eventName} (${eventSource}, ${region}) by ${principal}${error ? `: ${error}` : ''}`,
      ),
    ),
    ...more(notableCount - notable.length),
    ...[...Map.groupBy(unread, ({ reason }) => reason)].flatMap(([reason, ofReason]) =>
      text('not read', `${ofReason.map(({ region }) => region).join(', ')}: ${reason}`),
    ),
    ...(unlisted ? text('not read', `any other Region that this account may use: ${unlisted}`) : []),
    ...(isOrganization ? text('not read', 'the other accounts of the organization: ask in each') : []),
  ];
}
