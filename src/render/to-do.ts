import type { Step } from '../domain/step.ts';
import type { TrailReport } from '../domain/telling/report.ts';
import { defang } from './defang.ts';
import { listed, SHOWN } from './listed.ts';
import { repairOf } from './repair.ts';
import { writeStepCommand } from './step-command.ts';
import { isOver } from './trail-headline.ts';

/** What a person has to do now, with its commands, as `advise` takes it. Nothing when it is over and nothing is left. */
export function toDoOf(report: TrailReport): readonly string[] {
  const sentences = listed(report.toDo, (sentence) => defang(sentence, 256));
  if (isOver(report)) return sentences;
  if (!report.baseline) {
    const repair = repairOf(report);
    return repair.length > 0 ? repair : sentences;
  }
  return [...sentences, ...commandsOf(report)];
}

/** The operator's plan. `trailkeeper restore` does all of it: it is for what is too long to be read, or not safe without its checks. */
function commandsOf(report: TrailReport): readonly string[] {
  const left = stepsLeft(report);
  const isLeft = report.drifts.some(({ fate }) => fate === 'left');
  if (left.length === 0 && !isLeft) return LOOK;
  // No call undoes it: what was said is all that can be done.
  if (left.length === 0 && report.toDo.length > 0 && report.guard.mode === 'restore') return [];
  const commands = left.map((step) => (mustProveBucket(step) ? null : writeStepCommand(step)));
  if (left.length === 0 || left.length > SHOWN || commands.includes(null)) return restoreAll(left);
  return ['With credentials of your own:', ...commands.map((command) => `  ${command}`)];
}

function restoreAll(left: readonly Step[]): readonly string[] {
  const calls = [...new Set(left.map(({ call }) => call))].join(', ');
  return [
    `With credentials of your own, this puts it back${calls && ` (${calls})`}:`,
    ' trailkeeper restore --trail @',
  ];
}

const LOOK = ['It could not be told how it stands. Look:', ' get-trail-status --name @'];

/** What was needed and is not done: tried in vain, or not tried. */
function stepsLeft({ steps, plan }: TrailReport): readonly Step[] {
  const last = new Map(steps.map((step) => [keyOf(step), step]));
  const failed = [...last.values()].filter(({ result }) => result !== 'done');
  return [...new Map([...failed, ...plan].map((step) => [keyOf(step), step])).values()];
}

const keyOf = ({ call, input, region }: Step) => JSON.stringify([call, region, input]);

/** Anyone can take the name of a deleted bucket: no trail is pointed at one whose owner was not proven. */
const mustProveBucket = ({ input }: Step): boolean => 'S3BucketName' in input;
