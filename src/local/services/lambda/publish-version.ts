import { randomUUID } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import type { LambdaFunction } from './store.ts';

/** Keeps a function as it is now under a number; one that did not change since the last number keeps that. */
export function publishVersion(world: World, fn: LambdaFunction, description?: string): LambdaFunction {
  const last = [...fn.versions.values()].at(-1);
  if (last && last.code === fn.code && isSame(last, fn)) return last;
  fn.versionsMade += 1;
  const settings = { ...fn.settings, description: description ?? fn.settings.description };
  const version = { version: String(fn.versionsMade), settings, modifiedAt: world.clock.now() };
  const published = qualified(
    fn,
    { ...fn, ...version, revisionId: randomUUID() },
    version.version,
    new Map(),
  );
  fn.versions.set(published.version, published);
  return published;
}

/** The description is not part of what is published. */
const isSame = ({ settings: a }: LambdaFunction, { settings: b }: LambdaFunction): boolean =>
  JSON.stringify({ ...a, variables: [...a.variables], description: '' }) ===
  JSON.stringify({ ...b, variables: [...b.variables], description: '' });

/**
 * A version under a version's or an alias's ARN. Concurrency, tags and the answer to loops are the whole function's.
 * @param source the version whose code and settings run
 */
export const qualified = (
  fn: LambdaFunction,
  source: LambdaFunction,
  qualifier: string,
  permissions: LambdaFunction['permissions'],
): LambdaFunction => ({
  ...source,
  arn: `${fn.arn}:${qualifier}`,
  permissions,
  versions: new Map(),
  aliases: new Map(),
  tags: fn.tags,
  get reservedConcurrency() {
    return fn.reservedConcurrency;
  },
  get recursiveLoop() {
    return fn.recursiveLoop;
  },
});
