import type { JsonObject } from './json-object.ts';
import { readText, refuseUnknownMembers } from './read-declarations.ts';
import type { DeletionPolicy, ResourceDeclaration } from './template.ts';
import { templateFormatError } from './template-error.ts';

const members = [
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
];

export function readResource(declaration: JsonObject, name: string): ResourceDeclaration {
  const at = `Resources.${name}`;
  refuseUnknownMembers(
    declaration,
    members,
    `Invalid template resource property, or one that the embedded AWS does not know, of ${name}:`,
  );
  const type = readText(declaration, 'Type', at);
  const condition = readText(declaration, 'Condition', at);
  if (type === undefined)
    throw templateFormatError(
      `[/${at.replace('.', '/')}] Every Resources object must contain a Type member.`,
    );
  return {
    type,
    properties: declaration.Properties ?? {},
    ...(condition !== undefined && { condition }),
    dependsOn: readDependsOn(declaration, at),
    deletionPolicy: readPolicy(
      declaration,
      'DeletionPolicy',
      ['Delete', 'Retain', 'RetainExceptOnCreate'],
      at,
    ),
    updateReplacePolicy: readPolicy(declaration, 'UpdateReplacePolicy', ['Delete', 'Retain'], at),
  };
}

function readDependsOn({ DependsOn: value = [] }: JsonObject, at: string): readonly string[] {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  if (names.every((name) => typeof name === 'string')) return names;
  throw templateFormatError(`DependsOn must be a string or a list of strings. (at ${at})`);
}

function readPolicy<P extends DeletionPolicy>(
  declaration: JsonObject,
  key: string,
  known: readonly P[],
  at: string,
): P | 'Delete' {
  const value = declaration[key] ?? 'Delete';
  const policy = known.find((candidate) => candidate === value);
  if (policy) return policy;
  throw templateFormatError(
    `the embedded AWS knows ${known.join(', ')} as ${key}, not ${JSON.stringify(value)} (at ${at}.${key})`,
  );
}
