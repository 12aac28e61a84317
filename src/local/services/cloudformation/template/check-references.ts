import type { Found } from './find-references.ts';
import { findReferences, nothingFound } from './find-references.ts';
import type { Reference } from './functions/template-function.ts';
import { findLogicReferences } from './logic.ts';
import { conditionFunctions, ruleFunctions } from './logic-functions.ts';
import { pseudoParameterNames } from './pseudo-parameters.ts';
import type { Template } from './template.ts';

/**
 * Everything in a template's expressions that is written wrongly, is not known here, or names what is not there;
 * also in places that would never be evaluated. Attributes of resources are checked by who knows their types.
 */
export function problemsOfExpressions(template: Template): string[] {
  const early = nothingFound();
  for (const [name, condition] of template.conditions) {
    findLogicReferences(condition, `Conditions.${name}`, early, conditionFunctions);
  }
  findInRules(template, early);
  const late = expressionsOfResources(template);
  findInOutputs(template, late);
  return [
    ...early.problems,
    ...early.references.flatMap(({ reference, at }) => problemOf(reference, at, template, new Set())),
    ...late.problems,
    ...late.references.flatMap(({ reference, at }) =>
      problemOf(reference, at, template, new Set(template.resources.keys())),
    ),
    ...problemsOfNames(template),
  ];
}

/** What the properties of all resources refer to. */
export function expressionsOfResources(template: Template): Found {
  const found = nothingFound();
  for (const [name, { properties }] of template.resources) {
    findReferences(properties, `Resources.${name}.Properties`, found);
  }
  return found;
}

function findInRules({ rules }: Template, found: Found): void {
  for (const [name, { condition, assertions }] of rules) {
    const at = `Rules.${name}`;
    if (condition !== undefined) findLogicReferences(condition, `${at}.RuleCondition`, found, ruleFunctions);
    for (const [index, { assert }] of assertions.entries()) {
      findLogicReferences(assert, `${at}.Assertions[${index}]`, found, ruleFunctions);
    }
  }
}

export function findInOutputs({ outputs }: Template, found: Found): void {
  for (const [name, { value, exportName }] of outputs) {
    findReferences(value, `Outputs.${name}.Value`, found);
    findReferences(exportName, `Outputs.${name}.Export.Name`, found);
  }
}

function problemOf(
  reference: Reference,
  at: string,
  template: Template,
  resources: ReadonlySet<string>,
): string[] {
  if (isThere(reference, template, resources)) return [];
  switch (reference.kind) {
    case 'value':
      return [`Unresolved resource dependencies [${reference.name}] in the template (at ${at})`];
    case 'attribute':
      return [`instance of Fn::GetAtt references undefined resource ${reference.resource} (at ${at})`];
    case 'condition':
      return [`Unresolved condition dependency ${reference.name} (at ${at})`];
    case 'mapping':
      return [`Unable to find the mapping ${reference.name} (at ${at})`];
  }
}

function isThere(reference: Reference, template: Template, resources: ReadonlySet<string>): boolean {
  switch (reference.kind) {
    case 'value':
      return (
        pseudoParameterNames.has(reference.name) ||
        template.parameters.has(reference.name) ||
        resources.has(reference.name)
      );
    case 'attribute':
      return resources.has(reference.resource);
    case 'condition':
      return template.conditions.has(reference.name);
    case 'mapping':
      return template.mappings.has(reference.name);
  }
}

/** `Condition` and `DependsOn` of resources and outputs name things without a function. */
function problemsOfNames({ conditions, outputs, resources, parameters }: Template): string[] {
  const problems: string[] = [];
  for (const [name, { condition, dependsOn }] of resources) {
    const at = `at Resources.${name}`;
    if (condition !== undefined && !conditions.has(condition)) {
      problems.push(`Unresolved condition dependency ${condition} (${at}.Condition)`);
    }
    const missing = dependsOn.filter((other) => !resources.has(other));
    if (missing.length > 0) {
      problems.push(`Unresolved resource dependencies [${missing.join(', ')}] (${at}.DependsOn)`);
    }
    if (parameters.has(name)) problems.push(`${name} is the name of a resource and of a parameter`);
  }
  for (const [name, { condition }] of outputs) {
    if (condition !== undefined && !conditions.has(condition)) {
      problems.push(`Unresolved condition dependency ${condition} (at Outputs.${name}.Condition)`);
    }
  }
  return problems;
}
