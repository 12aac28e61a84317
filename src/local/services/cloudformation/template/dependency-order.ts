import { findReferences, nothingFound } from './find-references.ts';
import type { ResourceDeclaration, Template } from './template.ts';
import { validationError } from './template-error.ts';

/** What must be made before each resource, by what its template refers to. */
export const dependenciesOf = ({ resources }: Template): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map([...resources].map(([name, resource]) => [name, dependenciesOfOne(resource, resources)]));

function dependenciesOfOne(
  { properties, dependsOn }: ResourceDeclaration,
  resources: Template['resources'],
): ReadonlySet<string> {
  const found = nothingFound();
  findReferences(properties, '', found);
  const named = found.references.flatMap(({ reference }) => {
    if (reference.kind === 'attribute') return [reference.resource];
    return reference.kind === 'value' ? [reference.name] : [];
  });
  return new Set([...named, ...dependsOn].filter((name) => resources.has(name)));
}

/**
 * Names in an order in which each comes after what it depends on; otherwise as they were given.
 * @throws ServiceError `ValidationError` when some depend on each other in a circle
 */
export function inDependencyOrder(dependencies: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const ordered: string[] = [];
  const waiting = new Set(dependencies.keys());
  const isReady = (name: string) => [...(dependencies.get(name) ?? [])].every((other) => !waiting.has(other));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(isReady);
    if (ready.length === 0) throw circular([...waiting], dependencies);
    for (const name of ready) waiting.delete(name);
    ordered.push(...ready);
  }
  return ordered;
}

/** Of what is left, only what others wait for is in a circle or between circles. */
function circular(waiting: readonly string[], dependencies: ReadonlyMap<string, ReadonlySet<string>>) {
  const awaited = waiting.filter((name) => waiting.some((other) => dependencies.get(other)?.has(name)));
  return validationError(`Circular dependency between resources: [${awaited.join(', ')}]`);
}
