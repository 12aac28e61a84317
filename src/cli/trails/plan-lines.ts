import { labelled, valueText } from '../layout.ts';
import { describeLive, type Live } from '../live/connect.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import { baselineIncidentLines } from './check-lines.ts';
import type { PlanDocument } from './plan.ts';
import type { PlannedStep, PlannedTrail } from './plan-trail.ts';
import { trailLines } from './trail-lines.ts';

/** What people read of a plan. */
export const planLines = (document: PlanDocument, live: Live): readonly string[] => [
  ...stepsLines(document, live),
  endOf(document),
];

/** The plan itself, for whoever is asked about it. */
export const stepsLines = (
  { trails, notes, baselineIncidents }: PlanDocument,
  live: Live,
): readonly string[] => [
  ...describeLive(live).map((line) => pc.dim(printable(line))),
  '',
  ...notes.flatMap((text) => labelled('note', printable(text), 0)),
  ...baselineIncidentLines({ baselineIncidents }),
  ...trails.flatMap((trail) => [...trailLines(trail), ...stepLines(trail), '']),
];

/** What would be done for one trail. */
function stepLines({ steps, heldBack, toDo }: PlannedTrail): readonly string[] {
  return [
    ...(heldBack ? labelled('held back', printable(heldBack)) : []),
    ...steps.flatMap((step, index) => lineOfStep(step, index + 1)),
    ...toDo.flatMap(({ path, what }) => labelled('to do', `${printable(path)}: ${printable(what)}`)),
  ];
}

function lineOfStep(
  { call, region, tier, input, notByGuard }: PlannedStep,
  number: number,
): readonly string[] {
  const who = notByGuard === null ? 'the guard does it by itself' : `not by the guard: ${notByGuard}`;
  const [first = '', ...rest] = labelled(`step ${number}`, `${call}  ${region}  tier ${tier}; ${who}`);
  return [first.replace(call, pc.bold(call)), ...rest, ...labelled('', valueText(input))];
}

function endOf({ trails, verdict }: PlanDocument): string {
  const count = trails.flatMap(({ steps }) => steps).length;
  if (count === 0)
    return verdict === 'intact' ? 'There is nothing to put back.' : 'No call would put anything back.';
  const calls = `${count} ${count === 1 ? 'call puts' : 'calls put'} it back.`;
  return `${calls} Carry them out with your own rights: trailkeeper restore`;
}
