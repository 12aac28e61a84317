import { isLogicTrue } from './logic.ts';
import { conditionFunctions } from './logic-functions.ts';
import type { Scope } from './scope.ts';
import type { Template } from './template.ts';
import { templateError, templateFormatError } from './template-error.ts';

/**
 * Decides every condition of a template.
 * @throws ServiceError `ValidationError` when conditions depend on each other in a circle
 */
export function decideConditions(
  { conditions, mappings }: Template,
  parameters: Scope['parameters'],
): ReadonlyMap<string, boolean> {
  const decided = new Map<string, boolean>();
  const beingDecided = new Set<string>();
  const scope = {
    parameters,
    mappings,
    conditions: decided,
    resources: new Map(),
    leftOut: new Set<string>(),
  };

  function decide(name: string): boolean {
    const known = decided.get(name);
    if (known !== undefined) return known;
    if (!conditions.has(name)) throw templateFormatError(`Unresolved condition dependency ${name}`);
    if (beingDecided.has(name)) throw templateError(`Circular dependency of the condition ${name}`);
    beingDecided.add(name);
    const logicScope = { functions: conditionFunctions, scope, isConditionTrue: decide };
    const isTrue = isLogicTrue(conditions.get(name), `Conditions.${name}`, logicScope);
    decided.set(name, isTrue);
    return isTrue;
  }

  for (const name of conditions.keys()) decide(name);
  return decided;
}
