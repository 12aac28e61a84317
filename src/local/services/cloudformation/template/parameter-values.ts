import type { ParameterValue } from './scope.ts';
import type { ParameterDeclaration, Template } from './template.ts';
import { validationError } from './template-error.ts';

/** One parameter as a request gives it. */
export interface ParameterInput {
  readonly key: string;
  readonly value?: string | undefined;
  /** Take what the stack has now. */
  readonly usePrevious?: boolean | undefined;
}

/**
 * The text of every declared parameter: given, previous, or by default; checked against its constraints.
 * @throws ServiceError `ValidationError` naming the parameters at fault
 */
export function parameterTexts(
  template: Template,
  inputs: readonly ParameterInput[],
  previous: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  refuseUndeclared(template, inputs);
  const given = new Map(inputs.map((input) => [input.key, textOf(input, previous)]));
  const texts = new Map<string, string>();
  for (const [name, declaration] of template.parameters) {
    const text = given.get(name) ?? declaration.default;
    if (text !== undefined) texts.set(name, text);
  }
  const missing = [...template.parameters.keys()].filter((name) => !texts.has(name));
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, text] of texts) assertConstraints(name, text, template.parameters.get(name));
  return texts;
}

/** What `Ref` of each parameter gives. */
export const parameterValues = (
  template: Template,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, ParameterValue> =>
  new Map([...texts].map(([name, text]) => [name, readValue(text, template.parameters.get(name))]));

function refuseUndeclared({ parameters }: Template, inputs: readonly ParameterInput[]): void {
  const undeclared = inputs.map(({ key }) => key).filter((key) => !parameters.has(key));
  if (undeclared.length > 0) {
    throw validationError(`Parameters: [${undeclared.join(', ')}] do not exist in the template`);
  }
  const twice = inputs.map(({ key }) => key).find((key, index, keys) => keys.indexOf(key) !== index);
  if (twice) throw validationError(`The parameter ${twice} is given more than once`);
}

function textOf({ key, value, usePrevious }: ParameterInput, previous: ReadonlyMap<string, string>) {
  if (!usePrevious) return value;
  if (value) {
    throw validationError(
      `Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
    );
  }
  return previous.get(key);
}

const isList = (declaration: ParameterDeclaration | undefined) =>
  declaration?.type !== 'String' && declaration?.type !== 'Number';

/** CloudFormation trims the spaces around the members of a list. */
const readValue = (text: string, declaration: ParameterDeclaration | undefined): ParameterValue =>
  isList(declaration) ? membersOf(text) : text;

const membersOf = (text: string) => (text === '' ? [] : text.split(',').map((member) => member.trim()));

function assertConstraints(name: string, text: string, declaration: ParameterDeclaration | undefined): void {
  if (!declaration) return;
  if (Buffer.byteLength(text) > 4096) {
    throw validationError(`Parameter '${name}' must have a value of at most 4096 bytes`);
  }
  for (const value of isList(declaration) ? membersOf(text) : [text]) {
    const broken = brokenConstraint(value, declaration);
    if (broken) throw constraintError(name, broken, declaration);
  }
}

function constraintError(name: string, broken: string, { constraintDescription }: ParameterDeclaration) {
  return constraintDescription === undefined
    ? validationError(`Parameter '${name}' ${broken}`)
    : validationError(`Parameter ${name} failed to satisfy constraint: ${constraintDescription}`);
}

function brokenConstraint(value: string, declaration: ParameterDeclaration): string | undefined {
  const { allowedValues, allowedPattern, minLength, maxLength } = declaration;
  if (declaration.type === 'Number' || declaration.type === 'List<Number>') {
    const broken = brokenNumberConstraint(value, declaration);
    if (broken) return broken;
  }
  if (allowedValues && !allowedValues.includes(value)) return 'must be one of AllowedValues';
  if (minLength !== undefined && value.length < minLength)
    return `must contain at least ${minLength} characters`;
  if (maxLength !== undefined && value.length > maxLength)
    return `must contain at most ${maxLength} characters`;
  // CloudFormation matches the whole value.
  if (allowedPattern !== undefined && !new RegExp(`^(?:${allowedPattern})$`).test(value)) {
    return `must match pattern ${allowedPattern}`;
  }
  return undefined;
}

function brokenNumberConstraint(value: string, { minValue, maxValue }: ParameterDeclaration) {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return 'must be a number';
  if (minValue !== undefined && number < minValue) return `must be a number not less than ${minValue}`;
  if (maxValue !== undefined && number > maxValue) return `must be a number not greater than ${maxValue}`;
  return undefined;
}
