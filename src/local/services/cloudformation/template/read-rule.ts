import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { readText, refuseUnknownMembers } from './read-declarations.ts';
import type { RuleDeclaration } from './template.ts';
import { templateFormatError } from './template-error.ts';

export function readRule(declaration: JsonObject, name: string): RuleDeclaration {
  const at = `Rules.${name}`;
  refuseUnknownMembers(declaration, ['RuleCondition', 'Assertions'], `Invalid rule property of ${name}:`);
  const { RuleCondition: condition, Assertions: assertions } = declaration;
  if (!Array.isArray(assertions) || assertions.length === 0) {
    throw templateFormatError(`A rule must have a list of Assertions. (at ${at})`);
  }
  return {
    ...(condition !== undefined && { condition }),
    assertions: assertions.map((assertion, index) => readAssertion(assertion, `${at}.Assertions[${index}]`)),
  };
}

function readAssertion(assertion: unknown, at: string): RuleDeclaration['assertions'][number] {
  if (!isJsonObject(assertion) || !('Assert' in assertion)) {
    throw templateFormatError(`An assertion must be an object with an Assert member. (at ${at})`);
  }
  refuseUnknownMembers(assertion, ['Assert', 'AssertDescription'], `Invalid assertion property (at ${at}):`);
  const description = readText(assertion, 'AssertDescription', at);
  return { assert: assertion.Assert, ...(description !== undefined && { description }) };
}
