import type { Capability, Parameter, Tag } from '@aws-sdk/client-cloudformation';
import type { Call } from '../../endpoint/operation.ts';
import { assertCapabilities } from './capabilities.ts';
import { acceptTemplate } from './deployment/accept-template.ts';
import type { StackDefinition } from './store.ts';
import { parameterTexts } from './template/parameter-values.ts';
import { validationError } from './template/template-error.ts';
import { readTemplateText, type TemplateSource } from './template-source.ts';

/** What CreateStack, UpdateStack and CreateChangeSet have in common. */
export interface DefinitionRequest extends TemplateSource {
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly Capability[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
}

/**
 * Reads what a request asks a stack to be.
 * @param previous what the stack is now, if there is one
 * @throws ServiceError `ValidationError`, `InsufficientCapabilitiesException`
 */
export async function readDefinition(
  input: DefinitionRequest,
  call: Call,
  previous?: StackDefinition,
): Promise<StackDefinition> {
  const templateBody = await textOf(input, call, previous);
  const template = acceptTemplate(templateBody);
  const inputs = (input.Parameters ?? []).map(
    ({ ParameterKey: key = '', ParameterValue: value, UsePreviousValue }) => ({
      key,
      value,
      usePrevious: UsePreviousValue,
    }),
  );
  const texts = parameterTexts(template, inputs, previous?.parameterTexts);
  const capabilities = input.Capabilities ?? [];
  assertCapabilities(template, capabilities);
  return {
    templateBody,
    template,
    parameterTexts: texts,
    capabilities,
    tags: readTags(input.Tags) ?? previous?.tags ?? [],
  };
}

async function textOf(
  input: DefinitionRequest,
  call: Call,
  previous: StackDefinition | undefined,
): Promise<string> {
  const text = await readTemplateText(input, call);
  if (input.UsePreviousTemplate && text) {
    throw validationError('UsePreviousTemplate cannot be given together with a template.');
  }
  const found = input.UsePreviousTemplate ? previous?.templateBody : text;
  if (!found) throw validationError('Either Template URL or Template Body must be specified.');
  return found;
}

function readTags(tags: readonly Tag[] | undefined): readonly Tag[] | undefined {
  if (tags && tags.length > 50) throw validationError('A stack can have 50 tags at most.');
  const reserved = tags?.find(({ Key = '' }) => Key.toLowerCase().startsWith('aws:'));
  if (reserved) throw validationError(`The tag key ${reserved.Key} starts with aws:, which is reserved.`);
  return tags;
}
