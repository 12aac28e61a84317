import type { WindowReport } from '../domain/telling/report.ts';
import { aboutCalls, rowOfEvents, STOLEN } from './about-calls.ts';
import { approve, NEEDS_APPROVED } from './answers.ts';
import { advise } from './command.ts';
import { defang, quote } from './defang.ts';
import { rowsOfDrifts } from './drift-rows.ts';
import type { Row } from './layout.ts';
import { rowsOfTrail } from './place-rows.ts';
import { nameOfPrincipal, rowOfWriter } from './principal.ts';
import { isoTime, readableTime } from './time.ts';

/** Whether a trail's changes are left alone now, and by whose word. */
export function headlineOfWindow(report: WindowReport, nameLength: number): string {
  const { event, window, by, trail } = report;
  const who = nameOfPrincipal(by, nameLength);
  const name = `trail ${defang(trail.name, nameLength)}`;
  if (event === 'refused') return `WINDOW REFUSED, ${name}: ${who} tried to open it`;
  if (event === 'closed') return `maintenance window closed, ${name}: guarded as before`;
  if (event === 'used') return `${name}: changed in a maintenance window, not put back`;
  const what = window?.coversStopLogging ? 'MAY BE STOPPED' : 'MAY BE CHANGED';
  return `${what}${untilOf(window)}, ${name}: window of ${who}`;
}

const untilOf = (window: WindowReport['window']) => {
  const until = window && isoTime(window.until)?.slice(11, 16);
  return until ? ` until ${until} UTC` : '';
};

export function aboutWindow(report: WindowReport): readonly (readonly Row[])[] {
  const { trail, guard, event, window, by, why, drifts, calls } = report;
  const answers = ANSWERS[event];
  return [
    [...rowsOfTrail(trail, guard)],
    [
      ['Open until', window && event !== 'closed' && readableTime(window.until)],
      [
        'Covers',
        window &&
          (window.coversStopLogging
            ? 'changes of settings, and StopLogging'
            : 'changes of settings, not StopLogging'),
      ],
      ['Because', window && quote(window.reason, 256)],
      rowOfWriter(by),
      ['Refused', why && defang(why, 512)],
    ],
    [...rowsOfDrifts(drifts, advise([' trailkeeper baseline diff --trail @'], trail, guard))],
    calls.length > 0 ? aboutCalls(calls) : [],
    [
      ['Now', answers.now],
      [
        'This was us',
        ...advise(
          [...answers.ours, ...(drifts.length > 0 ? [...approve(drifts), NEEDS_APPROVED] : [])],
          trail,
          guard,
        ),
      ],
      ['Not us', ...advise(answers.notOurs, trail, guard)],
    ],
    [rowOfEvents(calls, guard)],
  ];
}

interface Answers {
  readonly now: string;
  readonly ours: readonly string[];
  readonly notOurs: readonly string[];
}

const CLOSE = ['Close it, and what was changed is put back:', ' trailkeeper window close --trail @', STOLEN];

const ANSWERS: { readonly [Event in WindowReport['event']]: Answers } = {
  opened: {
    now: 'Changes it covers are told, and not undone until it is over. Then what is weaker than approved is put back.',
    ours: ['Approve what is to stay before it is over:', ' trailkeeper baseline approve --trail @'],
    notOurs: CLOSE,
  },
  used: {
    now: 'When the window is over, what is weaker than approved is put back.',
    ours: [],
    notOurs: CLOSE,
  },
  closed: {
    now: 'What is weaker than approved is put back now.',
    ours: [
      'Then nothing is left to do. What should have stayed can be approved:',
      ' trailkeeper baseline approve --trail @',
    ],
    notOurs: [],
  },
  refused: {
    now: 'It does not count: the trail is guarded as before.',
    ours: [
      'A window is opened by a principal that the guard’s parameter ApprovedPrincipals names, and for 4 hours at most:',
      ' trailkeeper window open --trail @ --for 1h --reason "WHY"',
    ],
    notOurs: [STOLEN],
  },
};
