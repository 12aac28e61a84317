import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Aliases = PartValues['key.aliases'];

/** Whoever goes by an alias that is gone or means another key gets no key, or somebody else's. One more name harms nobody. */
export function compareKeyAliases(expected: Aliases, actual: Aliases): readonly Drift[] {
  const missing = expected.filter((name) => !actual.includes(name));
  if (missing.length === 0) return [];
  const evidence = `${missing.join(', ')} no longer ${missing.length === 1 ? 'means' : 'mean'} this key`;
  return [{ path: 'key.aliases', expected: missing, actual: null, class: 'weaker', evidence }];
}
