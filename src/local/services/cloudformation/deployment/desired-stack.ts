import type { Call } from '../../../endpoint/operation.ts';
import type { ResourceType } from '../resources/resource-type.ts';
import type { Stack, StackDefinition, StackOutput } from '../store.ts';
import { decideConditions } from '../template/conditions.ts';
import { dependenciesOf, inDependencyOrder } from '../template/dependency-order.ts';
import { evaluate } from '../template/evaluate.ts';
import { isScalar } from '../template/json-object.ts';
import { parameterValues } from '../template/parameter-values.ts';
import { pseudoParameters } from '../template/pseudo-parameters.ts';
import { assertRules } from '../template/rules.ts';
import type { ResourceState, Scope } from '../template/scope.ts';
import { unresolved } from '../template/scope.ts';
import type { OutputDeclaration, ResourceDeclaration } from '../template/template.ts';
import { templateError, templateFormatError } from '../template/template-error.ts';
import { resourceTypeOf } from './accept-template.ts';
import { withStackTags } from './stack-tags.ts';

/** What a stack shall be, with everything decided that can be decided before its resources are made. */
export interface DesiredStack {
  readonly definition: StackDefinition;
  /** Of parameters and pseudo parameters. */
  readonly parameters: Scope['parameters'];
  readonly conditions: Scope['conditions'];
  /** Those whose condition is true, each after what it depends on. */
  readonly resources: ReadonlyMap<string, DesiredResource>;
  readonly leftOut: ReadonlySet<string>;
}

export interface DesiredResource extends ResourceDeclaration {
  readonly logicalId: string;
  readonly resourceType: ResourceType;
  readonly dependencies: ReadonlySet<string>;
}

/** @throws ServiceError `ValidationError` when conditions or rules do not work out */
export function desiredStack(
  definition: StackDefinition,
  { id: stackId, name: stackName }: Pick<Stack, 'id' | 'name'>,
  { accountId, region, partition }: Call,
): DesiredStack {
  const { template, parameterTexts } = definition;
  const parameters = new Map([
    ...pseudoParameters({ accountId, region, partition, stackId, stackName }),
    ...parameterValues(template, parameterTexts),
  ]);
  assertRules(template, parameters);
  const conditions = decideConditions(template, parameters);
  const isLeftOut = ({ condition }: ResourceDeclaration) =>
    condition !== undefined && !conditions.get(condition);
  const leftOut = new Set([...template.resources].filter(([, one]) => isLeftOut(one)).map(([name]) => name));
  return { definition, parameters, conditions, leftOut, resources: orderedResources(definition, leftOut) };
}

function orderedResources({ template }: StackDefinition, leftOut: ReadonlySet<string>) {
  const dependencies = dependenciesOf(template);
  const resources = new Map<string, DesiredResource>();
  for (const logicalId of inDependencyOrder(dependencies)) {
    const declaration = template.resources.get(logicalId);
    if (!declaration || leftOut.has(logicalId)) continue;
    resources.set(logicalId, {
      ...declaration,
      logicalId,
      resourceType: resourceTypeOf(declaration.type),
      dependencies: dependencies.get(logicalId) ?? new Set(),
    });
  }
  return resources;
}

type Resources = ReadonlyMap<string, ResourceState>;

const scopeOf = (desired: DesiredStack, resources: Resources): Scope => ({
  parameters: desired.parameters,
  conditions: desired.conditions,
  mappings: desired.definition.template.mappings,
  leftOut: desired.leftOut,
  resources,
});

/** The properties of a resource, evaluated and read by its type. */
export function propertiesOf(
  resource: DesiredResource,
  desired: DesiredStack,
  resources: Resources,
): unknown {
  const at = `Resources.${resource.logicalId}.Properties`;
  const evaluated = evaluate(resource.properties, scopeOf(desired, resources), at);
  const tagged = withStackTags(evaluated, resource.resourceType, desired.definition.tags);
  return resource.resourceType.properties.read(tagged, at);
}

/** The stack's outputs. Those that depend on what is not made yet have a value that is of no use. */
export function outputsOf(desired: DesiredStack, resources: Resources): StackOutput[] {
  const { outputs } = desired.definition.template;
  const isWanted = ({ condition }: OutputDeclaration) =>
    condition === undefined || desired.conditions.get(condition);
  return [...outputs]
    .filter(([, declaration]) => isWanted(declaration))
    .map(([key, { value, description, exportName }]) => {
      const textOf = (expression: unknown, at: string) =>
        asText(evaluate(expression, scopeOf(desired, resources), at), at);
      return {
        key,
        value: textOf(value, `Outputs.${key}.Value`),
        description,
        exportName: exportName === undefined ? undefined : textOf(exportName, `Outputs.${key}.Export.Name`),
      };
    });
}

function asText(value: unknown, at: string): string {
  if (value === unresolved) return '';
  if (isScalar(value)) return String(value);
  throw at.endsWith('.Value')
    ? templateFormatError(`The Value field of every Outputs member must evaluate to a String. (at ${at})`)
    : templateError('the name of an export must be a string', at);
}
