import type { JsonObject } from './json-object.ts';
import { isScalar } from './json-object.ts';
import { readText, refuseUnknownMembers } from './read-declarations.ts';
import type { ParameterDeclaration, ParameterType } from './template.ts';
import { parameterTypes } from './template.ts';
import { templateFormatError } from './template-error.ts';

const members = [
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
  'Type',
];

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function readParameter(declaration: JsonObject, name: string): ParameterDeclaration {
  const at = `Parameters.${name}`;
  refuseUnknownMembers(declaration, members, `Invalid template parameter property of ${name}:`);
  const allowedValues = readAllowedValues(declaration, at);
  return withoutUndefined({
    type: readType(declaration, at),
    description: readText(declaration, 'Description', at),
    default: readDefault(declaration, at),
    allowedValues,
    allowedPattern: readPattern(declaration, at),
    constraintDescription: readText(declaration, 'ConstraintDescription', at),
    minLength: readNumber(declaration, 'MinLength', at),
    maxLength: readNumber(declaration, 'MaxLength', at),
    minValue: readNumber(declaration, 'MinValue', at),
    maxValue: readNumber(declaration, 'MaxValue', at),
    noEcho: String(declaration.NoEcho) === 'true',
  });
}

type MaybeUndefined<T> = { readonly [K in keyof T]: T[K] | undefined };

const withoutUndefined = (declaration: MaybeUndefined<Required<ParameterDeclaration>>) =>
  Object.fromEntries(
    Object.entries(declaration).filter(([, value]) => value !== undefined),
  ) as unknown as ParameterDeclaration;

function readType({ Type: type }: JsonObject, at: string): ParameterType {
  const known = parameterTypes.find((candidate) => candidate === type);
  if (!known) throw templateFormatError(`Unrecognized parameter type: ${String(type)} (at ${at}.Type)`);
  return known;
}

function readDefault({ Default: value }: JsonObject, at: string): string | undefined {
  if (value === undefined) return undefined;
  if (!isScalar(value)) throw templateFormatError(`Every Default member must be a string. (at ${at})`);
  return String(value);
}

function readAllowedValues({ AllowedValues: values }: JsonObject, at: string): readonly string[] | undefined {
  if (values === undefined) return undefined;
  if (!Array.isArray(values) || !values.every(isScalar)) {
    throw templateFormatError(`Every AllowedValues member must be a list of strings. (at ${at})`);
  }
  return values.map(String);
}

function readPattern(declaration: JsonObject, at: string): string | undefined {
  const pattern = readText(declaration, 'AllowedPattern', at);
  if (pattern === undefined) return undefined;
  try {
    new RegExp(pattern);
  } catch (error) {
    throw templateFormatError(`AllowedPattern is no regular expression: ${error} (at ${at})`);
  }
  return pattern;
}

function readNumber(declaration: JsonObject, key: string, at: string): number | undefined {
  const value = declaration[key];
  if (value === undefined) return undefined;
  const number = isScalar(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw templateFormatError(`Every ${key} member must be a number. (at ${at})`);
  return number;
}
