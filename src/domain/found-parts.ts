import type { Drift } from './drift.ts';
import type { PartName, Parts } from './parts.ts';
import type { PartsRead } from './snapshot.ts';

/** The parts in which something was weaker, as they were found: what an operator may still approve when it was put back. */
export const foundParts = (drifts: readonly Drift[], read: PartsRead): Parts =>
  Object.fromEntries(
    (Object.keys(read) as PartName[]).flatMap((name) => {
      const part = read[name];
      return part?.read && drifts.some((drift) => isIn(name, drift)) ? [[name, part.value]] : [];
    }),
  );

const isIn = (name: PartName, { path, class: kind }: Drift): boolean =>
  kind === 'weaker' && (path === name || path.startsWith(`${name}.`));
