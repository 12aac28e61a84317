import type { Drift, DriftPath } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { RestoringCall } from '../restoring-call.ts';
import type { Step } from '../step.ts';

/** A call that puts something back as the baseline has it, should that be needed. */
export interface Repair {
  readonly call: RestoringCall;
  /** The drifts that it undoes. */
  readonly undoes: (path: DriftPath) => boolean;
  readonly input: JsonObject;
}

/** The steps of those repairs that undo any of the drifts, in their order. */
export const stepsOf = (
  repairs: readonly Repair[],
  drifts: readonly Drift[],
  where: Pick<Step, 'region' | 'trailArn'>,
): readonly Step[] =>
  repairs.flatMap(({ call, undoes, input }) => {
    const paths = drifts.map(({ path }) => path).filter(undoes);
    return paths.length > 0 ? [{ call, input, ...where, paths }] : [];
  });

export const exactly =
  (...wanted: readonly DriftPath[]) =>
  (path: DriftPath): boolean =>
    wanted.includes(path);

/** The path and all below it, and the thing itself, with which everything in it has gone. */
export const under =
  (wanted: DriftPath, whole: DriftPath) =>
  (path: DriftPath): boolean =>
    path === whole || path === wanted || path.startsWith(`${wanted}.`);

export const hasPath = (drifts: readonly Drift[], wanted: DriftPath): boolean =>
  drifts.some(({ path }) => path === wanted);
