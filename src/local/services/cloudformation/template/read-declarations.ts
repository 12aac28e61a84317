import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { templateFormatError } from './template-error.ts';

/** Reads what one section of a template declares by name. */
export function readDeclarations<T>(
  document: JsonObject,
  section: string,
  maximum: number,
  read: (declaration: JsonObject, name: string) => T,
): ReadonlyMap<string, T> {
  const declarations = document[section] ?? {};
  if (!isJsonObject(declarations)) throw templateFormatError(`Every ${section} member must be an object`);
  const entries = Object.entries(declarations);
  if (entries.length > maximum) {
    throw templateFormatError(
      `Number of ${section}, ${entries.length}, is greater than maximum allowed, ${maximum}`,
    );
  }
  return new Map(entries.map(([name, value]) => [name, readDeclaration(name, value, section, read)]));
}

function readDeclaration<T>(
  name: string,
  value: unknown,
  section: string,
  read: (declaration: JsonObject, name: string) => T,
): T {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
    throw templateFormatError(`${section} name ${name} is non alphanumeric or longer than 255 characters.`);
  }
  if (!isJsonObject(value))
    throw templateFormatError(`Every ${section} member must be an object; ${name} is none`);
  return read(value, name);
}

export function refuseUnknownMembers(object: JsonObject, known: readonly string[], message: string): void {
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw templateFormatError(`${message} [${unknown.join(', ')}]`);
}

export function readText(object: JsonObject, key: string, at: string): string | undefined {
  const value = object[key];
  if (value === undefined || typeof value === 'string') return value;
  throw templateFormatError(`Every ${key} member must be a string. (at ${at})`);
}
