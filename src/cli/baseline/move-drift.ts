import type { Baseline } from '../../domain/baseline/baseline.ts';
import { moveParts } from '../../domain/baseline/changed-parts.ts';
import type { Drift, DriftPath } from '../../domain/drift.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { PartName, Parts } from '../../domain/parts.ts';

/** What was not approved, and why. */
export interface NotMoved {
  readonly why: string;
}

/**
 * A baseline's parts with what one drift shows taken from today's. Where the drift's path names a field, only that one moves; else
 * the part as a whole, because its meaning is compared and not its fields.
 */
export function moveDrift(
  expected: Baseline['parts'],
  today: Parts,
  path: DriftPath,
): { readonly parts: Baseline['parts'] } | NotMoved {
  const name = partOf(path, expected);
  if (!name) return { why: 'it is read from the trail’s status, and no baseline can allow it' };
  if (!(name in today)) return { why: `${name} is gone or could not be read` };
  const field = path.slice(name.length + 1);
  if (name === 'trail') return { parts: moveSetting(expected, today, field) };
  return { parts: { ...expected, [name]: moveField(expected[name], today[name], field) } };
}

/** All of them, one after the other; what cannot be approved is said in a sentence each. */
export function moveDrifts(
  expected: Baseline['parts'],
  today: Parts,
  drifts: readonly Drift[],
): { readonly parts: Baseline['parts']; readonly notMoved: readonly string[] } {
  let parts = expected;
  const notMoved: string[] = [];
  for (const { path } of drifts) {
    const moved = moveDrift(parts, today, path);
    if ('parts' in moved) parts = moved.parts;
    else notMoved.push(`${path} is not approved: ${moved.why}.`);
  }
  return { parts, notMoved };
}

/** The part that a path lies in: of `bucket` and `bucket.policy`, the longer one. */
const partOf = (path: DriftPath, parts: Parts): PartName | undefined =>
  (Object.keys(parts) as PartName[])
    .filter((name) => path === name || path.startsWith(`${name}.`))
    .toSorted((one, other) => other.length - one.length)[0];

/** UpdateTrail's names, where they are not those of GetTrail. */
const REQUEST_NAMES: Readonly<Record<string, string>> = {
  SnsTopicARN: 'SnsTopicName',
  LogFileValidationEnabled: 'EnableLogFileValidation',
};

/** As after an approved UpdateTrail of that field: what the trail depends on by it moves too. */
function moveSetting(expected: Baseline['parts'], today: Parts, field: string): Baseline['parts'] {
  const value = (today.trail as JsonObject | undefined)?.[field];
  const named = typeof value === 'boolean' ? value : 'named';
  const request = { [REQUEST_NAMES[field] ?? field]: named };
  return moveParts(expected, today, { eventName: 'UpdateTrail', request });
}

function moveField(expected: unknown, today: unknown, field: string): unknown {
  if (!isJsonObject(expected) || !isJsonObject(today)) return today;
  // Keys of tags may hold dots.
  const name = [field, field.split('.')[0] ?? ''].find((one) => one in expected || one in today);
  if (!name) return today;
  const { [name]: _, ...others } = expected;
  return name in today ? { ...others, [name]: today[name] } : others;
}
