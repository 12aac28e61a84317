import { evaluate } from './evaluate.ts';
import type { Found } from './find-references.ts';
import { findReferences } from './find-references.ts';
import { valueFunctions } from './functions/index.ts';
import { isJsonObject } from './json-object.ts';
import type { LogicFunction } from './logic-functions.ts';
import type { Scope } from './scope.ts';
import { templateError } from './template-error.ts';

/** The functions allowed in one section that holds logic. */
type LogicFunctions = ReadonlyMap<string, LogicFunction>;

const withoutResources = ['Ref', 'Fn::FindInMap', 'Fn::Join', 'Fn::Select', 'Fn::Split', 'Fn::Sub'];
/** Conditions and rules are decided before there are resources: no Fn::GetAtt; and no Fn::If, whose conditions they make. */
const valuesInLogic = new Map([...valueFunctions].filter(([name]) => withoutResources.includes(name)));

export function findLogicReferences(
  expression: unknown,
  at: string,
  found: Found,
  functions: LogicFunctions,
): void {
  const read = readLogic(expression, functions);
  if ('problem' in read) found.problems.push(`${read.problem} (at ${at})`);
  if ('condition' in read)
    found.references.push({ reference: { kind: 'condition', name: read.condition }, at });
  if (!('called' in read)) return;
  const inside = `${at}.${read.called.name}`;
  const { logic, values } = read.called.operands(read.argument);
  for (const operand of logic) findLogicReferences(operand, inside, found, functions);
  for (const operand of values) findReferences(operand, inside, found, valuesInLogic);
}

export interface LogicScope {
  readonly functions: LogicFunctions;
  /** What values inside may name. */
  readonly scope: Scope;
  /** What another condition comes to. */
  readonly isConditionTrue: (name: string) => boolean;
}

export function isLogicTrue(expression: unknown, at: string, logicScope: LogicScope): boolean {
  const read = readLogic(expression, logicScope.functions);
  if ('problem' in read) throw templateError(read.problem, at);
  if ('condition' in read) return logicScope.isConditionTrue(read.condition);
  const inside = `${at}.${read.called.name}`;
  const { logic, values } = read.called.operands(read.argument);
  return read.called.isTrue({
    logic: logic.map((operand) => isLogicTrue(operand, inside, logicScope)),
    values: values.map((operand) => evaluate(operand, logicScope.scope, inside)),
  });
}

type Logic =
  | { readonly called: LogicFunction; readonly argument: unknown }
  | { readonly condition: string }
  | { readonly problem: string };

function readLogic(expression: unknown, functions: LogicFunctions): Logic {
  const [name, ...others] = isJsonObject(expression) ? Object.keys(expression) : [];
  if (!isJsonObject(expression) || name === undefined || others.length > 0) {
    return { problem: 'a condition must be an object with one function' };
  }
  const argument = expression[name];
  if (name === 'Condition') {
    return typeof argument === 'string'
      ? { condition: argument }
      : { problem: 'Every Condition member must be a string' };
  }
  const called = functions.get(name);
  if (!called) return { problem: `the embedded AWS does not know the function ${name} here` };
  const misuse = called.misuse(argument);
  return misuse ? { problem: misuse } : { called, argument };
}
