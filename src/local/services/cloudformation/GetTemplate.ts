import type { GetTemplateInput, GetTemplateOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { findChangeSet } from './find-change-set.ts';
import { findStack } from './find-stack.ts';

/** The template as it was given. Without transforms, the processed one is the same. */
export const GetTemplate: Operation<GetTemplateInput, GetTemplateOutput> = (input, call) => {
  const { definition } = input.ChangeSetName
    ? findChangeSet(input, call).changeSet
    : findStack(input.StackName, call);
  return { TemplateBody: definition.templateBody, StagesAvailable: ['Original', 'Processed'] };
};
