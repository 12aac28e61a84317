import type { ReportedCall, TrailReport } from '../domain/telling/report.ts';
import { rowOfEvents } from './about-calls.ts';
import { aboutDeed } from './about-deed.ts';
import { answerNotOurs, answerOurs, showIncident } from './answers.ts';
import { advise } from './command.ts';
import { linkTo } from './console-link.ts';
import { defang, quote } from './defang.ts';
import { rowOfUnread, rowsOfDrifts } from './drift-rows.ts';
import type { Row } from './layout.ts';
import { listed } from './listed.ts';
import { rowsOfTrail } from './place-rows.ts';
import { readableTime } from './time.ts';
import { toDoOf } from './to-do.ts';
import { callOf, impairedFor, intervalOf } from './trail-headline.ts';

const NOTICES = {
  first: '',
  changed: ' This is news of an incident told before.',
  reminder: ' More reminders follow until it is over.',
  digest: ' It goes on: this is a digest.',
  'actor-found': ' The event came late: now it is known who it was.',
} as const;

/** What the headline leaves out. */
export function noteOf(report: TrailReport): string {
  const interval = intervalOf(report);
  const word = report.dark ? 'Dark' : 'Weakened';
  const duration = interval ? ` ${word} for ${impairedFor(report)}${interval.until ? '' : ' so far'}.` : '';
  return duration + NOTICES[report.notice];
}

/** What to do now, what happened to a trail, what was done, what it was, and where to look it up. */
export function aboutTrail(report: TrailReport): readonly (readonly Row[])[] {
  const { trail, guard, calls, securityFindings, drifts, unread, incidentId } = report;
  const call = callOf(report);
  return [
    [['To do', ...advise(toDoOf(report), trail, guard)]],
    [...rowsOfPlace(report, call), rowOfInterval(report), ...aboutDeed(report, call)],
    [...rowsOfDrifts(drifts, advise([showIncident(incidentId)], trail, guard)), rowOfUnread(unread)],
    aboutGuard(report),
    rowsOfAnswers(report, call),
    [
      rowOfEvents(call ? [call, ...calls.filter((other) => other !== call)] : calls, guard),
      [
        'Finding',
        ...listed(securityFindings, ({ source, type, id, region }) => [
          `${source}: ${defang(type)}`,
          defang(id, 256),
          linkTo(source, id, region, guard),
        ]),
      ],
    ],
  ];
}

function rowsOfPlace({ trail, guard }: TrailReport, call: ReportedCall | undefined): readonly Row[] {
  if (trail) return rowsOfTrail(trail, guard);
  const named = call?.trailAsRecorded;
  return [
    ['Trail', ...(named ? ['none that this guard knows now; the call named', quote(named, 256)] : [])],
    ['Account', defang(guard.accountId)],
  ];
}

function rowOfInterval(report: TrailReport): Row {
  const interval = intervalOf(report);
  const isWeaker = report.drifts.some(({ fate }) => fate !== 'told');
  if (!interval) return ['Weakened', isWeaker && 'since when is not known'];
  return [
    report.dark ? 'Dark' : 'Weakened',
    impairedFor(report),
    `from ${readableTime(interval.from)}`,
    `until ${interval.until ? readableTime(interval.until) : 'now'}`,
  ];
}

function aboutGuard({ steps, notDone, outcome, lost }: TrailReport): readonly Row[] {
  const sent = steps.map(({ call, result, at }) => `${call} at ${readableTime(at)}: ${result}`);
  const isOnlyLogging = steps.length > 0 && steps.every(({ call }) => call === 'StartLogging');
  return [
    [
      'Guard sent',
      ...listed(sent, (step) => step),
      // An earlier run put it back, and did not come to say so.
      outcome === 'restored' && sent.length === 0 && 'Nothing in this run.',
      outcome === 'restored' && PROOFS[isOnlyLogging ? 'status' : 'state'],
    ],
    ['Not done', ...listed(notDone, ({ what, why }) => `${defang(what)}: ${defang(why, 512)}`)],
    ['Lost', ...listed(lost, (sentence) => defang(sentence, 256))],
  ];
}

const PROOFS = {
  status: 'Proven by reading it again: GetTrailStatus says that it logs.',
  state: 'Proven by reading all of it again: it is as it was approved.',
} as const;

function rowsOfAnswers(report: TrailReport, call: ReportedCall | undefined): readonly Row[] {
  const { trail, guard, baseline } = report;
  if (call && call.techniqueId === null) {
    const isUnknown = !baseline && MAY_WEAKEN.includes(call.eventName);
    return [['Next', isUnknown ? UNKNOWN_EFFECT : NO_EFFECT]];
  }
  return [
    ['This was us', ...advise(answerOurs(report), trail, guard)],
    ['Not us', ...advise(answerNotOurs(report), trail, guard)],
  ];
}

/** Calls whose effect depends on what was before, which nobody knows without a baseline. */
const MAY_WEAKEN = ['UpdateTrail', 'PutEventSelectors'];
const UNKNOWN_EFFECT =
  'The record alone does not show whether this weakens the trail: compare it with what you approved.';
const NO_EFFECT = 'It impairs nothing. If nobody expected it, ask who is named above.';
