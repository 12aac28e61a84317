import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';
import { logKeyPrefixes } from './bucket-log-keys.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { type LifecycleEffect, NEAR, readEffects } from './lifecycle-effects.ts';
import { coversFilter, reaches } from './lifecycle-filter.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type BucketLifecycle = PartValues['bucket.lifecycle'];

/** What happens to log files by themselves: whether they go, or move where they are hard to read, sooner than approved. */
export function compareLifecycle(
  expected: BucketLifecycle,
  actual: BucketLifecycle,
  trail: ComparedTrail,
): readonly Drift[] {
  if (!actual) return expected ? [removed(expected)] : [];
  const prefixes = logKeyPrefixes(trail);
  const ofLogs = (lifecycle: BucketLifecycle) =>
    readEffects(lifecycle).filter(({ filter }) => reaches(filter, prefixes));
  const [wanted, found] = [ofLogs(expected), ofLogs(actual)];
  return KINDS.flatMap((kind) => {
    const ofKind = (effects: readonly LifecycleEffect[]) => effects.filter((effect) => effect.kind === kind);
    return compareEffects(kind, ofKind(wanted), ofKind(found), prefixes);
  });
}

function compareEffects(
  kind: LifecycleEffect['kind'],
  wanted: readonly LifecycleEffect[],
  found: readonly LifecycleEffect[],
  prefixes: readonly string[],
): readonly Drift[] {
  const merged = mergeObservations([
    ...without(found, wanted, prefixes).map((effect) => observe(effect, 'weaker', effect.words)),
    ...without(wanted, found, prefixes).map((effect) =>
      observe(effect, 'stronger', `no longer: ${effect.words}`),
    ),
  ]);
  if (!merged) return [];
  const sources = { expected: rulesBeside(wanted, found), actual: rulesBeside(found, wanted) };
  return [{ path: `bucket.lifecycle.${kind}`, ...sources, ...merged }];
}

const KINDS = ['expiration', 'noncurrent', 'transition'] as const;

/**
 * Nothing is lost: everything is kept where it is, for longer than approved. To put the rules back would delete files, perhaps the
 * ones for whose sake somebody removed them, so that is a person's to decide.
 */
const removed = (expected: BucketLifecycle): Drift => ({
  path: 'bucket.lifecycle',
  expected,
  actual: null,
  class: 'different',
  evidence: 'log files are neither deleted nor moved any more',
});

/** Effects that none of the others has as well, on as many objects, as soon and as far. */
const without = (
  effects: readonly LifecycleEffect[],
  others: readonly LifecycleEffect[],
  prefixes: readonly string[],
): readonly LifecycleEffect[] =>
  effects.filter((effect) => !others.some((other) => isAtLeast(other, effect, prefixes)));

const isAtLeast = (other: LifecycleEffect, effect: LifecycleEffect, prefixes: readonly string[]): boolean =>
  other.kind === effect.kind &&
  other.measure === effect.measure &&
  other.at <= effect.at &&
  other.keeps <= effect.keeps &&
  other.distance >= effect.distance &&
  coversFilter(other.filter, effect.filter, prefixes);

/** A move to where a file can be read at once is a matter of cost. */
const observe = ({ distance }: LifecycleEffect, otherwise: Drift['class'], evidence: string) => ({
  class: distance <= NEAR ? 'different' : otherwise,
  evidence,
});

/** The rules that the other side does not have as well. */
function rulesBeside(effects: readonly LifecycleEffect[], others: readonly LifecycleEffect[]) {
  const known = new Set(others.map(({ rule }) => JSON.stringify(rule)));
  const rules = new Set(effects.map(({ rule }) => rule));
  const changed = [...rules].filter((rule) => !known.has(JSON.stringify(rule)));
  return changed.length > 0 ? changed : null;
}
