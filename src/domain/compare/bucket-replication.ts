import { canonicalObject } from '../canonical/json-value.ts';
import type { Drift } from '../drift.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import type { PartValues } from '../parts.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type Replication = PartValues['bucket.replication'];

/** Where copies of log files go. A copy that is no longer made is a loss; a copy elsewhere is for somebody else to read. */
export function compareReplication(expected: Replication, actual: Replication): readonly Drift[] {
  const [wanted, found] = [enabledRules(expected), enabledRules(actual)];
  const merged = mergeObservations([
    ...without(wanted, found).map(
      (rule) =>
        ({
          class: 'weaker',
          evidence: `files are no longer copied to ${destinationOf(rule)} as before`,
        }) as const,
    ),
    ...without(found, wanted).map((rule) => observeNew(rule, wanted)),
    ...(expected && actual && expected.Role !== actual.Role && wanted.length > 0
      ? [{ class: 'weaker', evidence: `files are copied by ${actual.Role}` } as const]
      : []),
  ]);
  return merged ? [{ path: 'bucket.replication', expected, actual, ...merged }] : [];
}

/** A disabled rule copies nothing. */
const enabledRules = (replication: Replication): readonly JsonObject[] =>
  replication?.Rules.filter(({ Status }) => Status === 'Enabled') ?? [];

function without(rules: readonly JsonObject[], others: readonly JsonObject[]): readonly JsonObject[] {
  const known = new Set(others.map(keyOf));
  return rules.filter((rule) => !known.has(keyOf(rule)));
}

/** What it is called and which of two to one destination comes first changes no copy. */
const keyOf = ({ ID: _, Priority: __, ...rule }: JsonObject): string => JSON.stringify(canonicalObject(rule));

function observeNew(rule: JsonObject, wanted: readonly JsonObject[]) {
  const isKnown = wanted.some((other) => destinationOf(other) === destinationOf(rule));
  return {
    class: isKnown ? 'different' : 'weaker',
    evidence: `files are copied to ${destinationOf(rule)}`,
  } as const;
}

const destinationOf = ({ Destination }: JsonObject): string => String(asJsonObject(Destination).Bucket);
