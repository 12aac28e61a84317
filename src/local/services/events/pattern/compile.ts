import { invalidPattern } from './invalid-pattern.ts';
import { isObject, type Matcher, type Wildcard } from './matcher.ts';
import { collectBranches, type FieldMatchers } from './or-branches.ts';
import { refuseTooComplex } from './wildcard-complexity.ts';

/** What a pattern asks of one place in an event, and of the places below it. */
export interface FieldPattern {
  readonly matchers: readonly Matcher[];
  readonly children: ReadonlyMap<string, FieldPattern>;
}

/** A pattern ready to be matched: the event must satisfy one of the branches, as `$or` spreads them out. */
export type EventPattern = readonly FieldPattern[];

/**
 * Reads an event pattern.
 * @throws ServiceError `InvalidEventPatternException` for everything that PutRule refuses
 */
export function compilePattern(text: string): EventPattern {
  const pattern = parseJson(text);
  if (!isObject(pattern)) throw invalidPattern('Filter is not an object');
  const branches = collectBranches(pattern);
  refuseComplexFields(branches);
  return branches.map(toFieldTree);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidPattern('Invalid JSON');
  }
}

/** All wildcards of one field count together, in whichever branch they are. */
function refuseComplexFields(branches: readonly FieldMatchers[]) {
  const byField = new Map<string, Set<Wildcard>>();
  for (const [path, matchers] of branches.flatMap((branch) => [...branch])) {
    const wildcards = matchers.flatMap((matcher) => matcher.wildcards ?? []);
    byField.set(path, new Set([...(byField.get(path) ?? []), ...wildcards]));
  }
  for (const wildcards of byField.values()) refuseTooComplex([...wildcards]);
}

interface GrowingField {
  matchers: readonly Matcher[];
  children: Map<string, GrowingField>;
}

const emptyField = (): GrowingField => ({ matchers: [], children: new Map() });

function toFieldTree(branch: FieldMatchers): FieldPattern {
  const root = emptyField();
  for (const [path, matchers] of branch) {
    let field = root;
    for (const name of path.split('.')) {
      const child = field.children.get(name) ?? emptyField();
      field.children.set(name, child);
      field = child;
    }
    field.matchers = matchers;
  }
  return root;
}
