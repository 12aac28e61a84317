import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { readText, refuseUnknownMembers } from './read-declarations.ts';
import type { OutputDeclaration } from './template.ts';
import { templateFormatError } from './template-error.ts';

export function readOutput(declaration: JsonObject, name: string): OutputDeclaration {
  const at = `Outputs.${name}`;
  refuseUnknownMembers(
    declaration,
    ['Value', 'Description', 'Condition', 'Export'],
    `Invalid output property of ${name}:`,
  );
  if (!('Value' in declaration)) {
    throw templateFormatError(`Every Outputs member must contain a Value object. (at ${at})`);
  }
  const description = readText(declaration, 'Description', at);
  const condition = readText(declaration, 'Condition', at);
  return {
    value: declaration.Value,
    ...(description !== undefined && { description }),
    ...(condition !== undefined && { condition }),
    ...readExport(declaration, at),
  };
}

function readExport({ Export: exported }: JsonObject, at: string): { exportName?: unknown } {
  if (exported === undefined) return {};
  if (!isJsonObject(exported) || Object.keys(exported).join() !== 'Name') {
    throw templateFormatError(`Export must have one member, Name. (at ${at})`);
  }
  return { exportName: exported.Name };
}
