import { findResourceType } from '../resources/index.ts';
import type { ResourceType } from '../resources/resource-type.ts';
import {
  expressionsOfResources,
  findInOutputs,
  problemsOfExpressions,
} from '../template/check-references.ts';
import { dependenciesOf, inDependencyOrder } from '../template/dependency-order.ts';
import { readTemplate } from '../template/read-template.ts';
import type { ResourceDeclaration, Template } from '../template/template.ts';
import { templateFormatError, validationError } from '../template/template-error.ts';

/**
 * Reads a template and refuses it, naming every culprit and its place, if it has anything that nothing here understands:
 * before anything is created, and also in branches that would not be taken.
 * @throws ServiceError `ValidationError`
 */
export function acceptTemplate(body: string): Template {
  const template = readTemplate(body);
  const problems = [
    ...problemsOfExpressions(template),
    ...[...template.resources].flatMap(([name, resource]) => problemsOfResource(name, resource)),
    ...problemsOfAttributes(template),
  ];
  if (problems.length > 0) throw validationError(`Template error: ${problems.join('; ')}`);
  inDependencyOrder(dependenciesOf(template));
  return template;
}

/** @throws ServiceError `ValidationError` when the type is not known here */
export function resourceTypeOf(name: string): ResourceType {
  const found = findResourceType(name);
  if (!found) throw templateFormatError(`Unrecognized resource types: [${name}]`);
  return found;
}

function problemsOfResource(name: string, { type, properties }: ResourceDeclaration): string[] {
  const at = `Resources.${name}`;
  const resourceType = findResourceType(type);
  if (!resourceType)
    return [`Unrecognized resource types: [${type}]; the embedded AWS does not know it (at ${at}.Type)`];
  return resourceType.properties
    .unknownNames(properties, `${at}.Properties`)
    .map((place) => `the embedded AWS does not know the property ${place} of ${type}`);
}

function problemsOfAttributes(template: Template): string[] {
  const found = expressionsOfResources(template);
  findInOutputs(template, found);
  return found.references.flatMap(({ reference, at }) => {
    if (reference.kind !== 'attribute') return [];
    const type = template.resources.get(reference.resource)?.type;
    const attributes = type === undefined ? 'any' : (findResourceType(type)?.attributes ?? 'any');
    if (attributes === 'any' || attributes.includes(reference.attribute)) return [];
    return [`the embedded AWS does not know the attribute ${reference.attribute} of ${type} (at ${at})`];
  });
}
