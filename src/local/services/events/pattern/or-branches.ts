import { invalidPattern } from './invalid-pattern.ts';
import { isObject, type Matcher } from './matcher.ts';
import { parseMatcher } from './operators.ts';

/** What one branch asks: matchers by the dotted path of their field. A path named twice keeps the last. */
export type FieldMatchers = ReadonlyMap<string, readonly Matcher[]>;

/** EventBridge refuses patterns whose `$or` arrays multiply to more. */
const mostBranches = 1_000;

/** Names that mean something as operators, and so may not be fields inside `$or`. */
const reservedInOr = new Set([
  ...['exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard', 'numeric'],
  ...['cidr', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

/** Spreads a pattern out into branches, one for each way through its `$or` arrays. */
export const collectBranches = (pattern: Record<string, unknown>): readonly FieldMatchers[] =>
  addObject({ branches: [new Map()], path: [], insideOr: false }, pattern);

interface Place {
  readonly branches: readonly FieldMatchers[];
  readonly path: readonly string[];
  readonly insideOr: boolean;
}

function addObject(place: Place, object: Record<string, unknown>): readonly FieldMatchers[] {
  const fields = Object.entries(object);
  if (!fields.length) throw invalidPattern('Empty objects are not allowed');
  return fields.reduce(
    (branches, [name, value]) => addField({ ...place, branches }, name, value),
    place.branches,
  );
}

function addField(place: Place, name: string, value: unknown): readonly FieldMatchers[] {
  if (name === '$or') return addOr(place, value);
  if (place.insideOr && reservedInOr.has(name)) {
    throw invalidPattern(`${name} is Ruler reserved fieldName which cannot be used inside $or.`);
  }
  const path = [...place.path, name];
  if (isObject(value)) return addObject({ ...place, path }, value);
  if (!Array.isArray(value)) throw invalidPattern(`"${name}" must be an object or an array`);
  if (!value.length) throw invalidPattern('Empty arrays are not allowed');
  const matchers = value.map(parseMatcher);
  return place.branches.map((branch) => new Map([...branch, [path.join('.'), matchers]]));
}

function addOr(place: Place, alternatives: unknown): readonly FieldMatchers[] {
  if (!Array.isArray(alternatives)) throw invalidPattern('It must be an Array followed with $or.');
  if (!alternatives.every(isObject)) {
    throw invalidPattern('Only JSON object is allowed in array of $or relationship.');
  }
  if (alternatives.length < 2) {
    throw invalidPattern('There must have at least 2 Objects in $or relationship.');
  }
  const spread: FieldMatchers[] = [];
  for (const alternative of alternatives) {
    spread.push(...addObject({ ...place, insideOr: true }, alternative));
    if (spread.length > mostBranches) throw invalidPattern('More than 1000 rule combinations of $or');
  }
  return spread;
}
