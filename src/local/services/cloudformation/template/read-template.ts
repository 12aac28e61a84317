import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { readDeclarations, refuseUnknownMembers } from './read-declarations.ts';
import { readOutput } from './read-output.ts';
import { readParameter } from './read-parameter.ts';
import { readResource } from './read-resource.ts';
import { readRule } from './read-rule.ts';
import type { Template } from './template.ts';
import { templateFormatError } from './template-error.ts';

const version = '2010-09-09';
const sections = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Resources',
  'Outputs',
];

/**
 * Reads the text of a template: its sections and declarations, not yet its functions.
 * @throws ServiceError `ValidationError`
 */
export function readTemplate(text: string): Template {
  const document = parse(text);
  if ('Transform' in document) {
    throw templateFormatError('the embedded AWS does not know transforms (at Transform)');
  }
  refuseUnknownMembers(document, sections, 'Invalid template property or properties');
  if ((document.AWSTemplateFormatVersion ?? version) !== version) {
    throw templateFormatError(`Unsupported AWSTemplateFormatVersion; it must be ${version}`);
  }
  const resources = readDeclarations(document, 'Resources', 500, readResource);
  if (resources.size === 0) throw templateFormatError('At least one Resources member must be defined.');
  return {
    ...readDescription(document),
    ...('Metadata' in document && { metadata: document.Metadata }),
    parameters: readDeclarations(document, 'Parameters', 200, readParameter),
    mappings: readDeclarations(document, 'Mappings', 200, (mapping) => mapping),
    conditions: readDeclarations(document, 'Conditions', Infinity, (condition) => condition),
    rules: readDeclarations(document, 'Rules', Infinity, readRule),
    resources,
    outputs: readDeclarations(document, 'Outputs', 200, readOutput),
  };
}

function parse(text: string): JsonObject {
  if (!text.trimStart().startsWith('{')) {
    throw templateFormatError('the embedded AWS reads templates in JSON only, not in YAML');
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw templateFormatError(`JSON not well-formed. (${error instanceof Error ? error.message : error})`);
  }
  if (!isJsonObject(document)) throw templateFormatError('the template must be a JSON object');
  return document;
}

function readDescription({ Description: description }: JsonObject): { description?: string } {
  if (description === undefined) return {};
  if (typeof description !== 'string') throw templateFormatError('Description must be a string');
  if (Buffer.byteLength(description) > 1024) {
    throw templateFormatError("'Description' length is greater than 1024");
  }
  return { description };
}
