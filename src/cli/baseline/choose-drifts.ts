import { covers } from '../../domain/detect.ts';
import type { Drift, DriftPath } from '../../domain/drift.ts';
import { UsageError } from '../exit-codes.ts';
import { printable } from '../printable.ts';

interface Wanted {
  readonly path?: readonly string[];
  readonly all: boolean;
  /** Nobody is shown it before. */
  readonly yes?: boolean;
}

/**
 * The differences that are meant: a path stands for itself and all below it. Where none is named all are, if people are asked.
 * @throws UsageError that says what differs, when it is not said what is meant, or nothing of that differs
 */
export function chooseDrifts(
  drifts: readonly Drift[],
  { path: paths = [], all, yes = false }: Wanted,
  trailName: string,
): readonly Drift[] {
  const there =
    drifts.length > 0
      ? `What differs: ${drifts.map(({ path }) => printable(path)).join(', ')}.`
      : 'Nothing differs.';
  if (all ? paths.length > 0 : yes && paths.length === 0)
    throw new UsageError(`Say which differences are approved, by --path for each or by --all. ${there}`);
  const isBelow = (wanted: string) => (drift: Drift) => covers(wanted as DriftPath, drift.path);
  const unknown = paths.find((wanted) => !drifts.some(isBelow(wanted)));
  if (unknown !== undefined)
    throw new UsageError(`${JSON.stringify(unknown)} is nothing that differs in ${trailName}. ${there}`);
  return paths.length === 0
    ? drifts
    : drifts.filter((drift) => paths.some((wanted) => isBelow(wanted)(drift)));
}
