import type { Parameter, Stack as StackDescription } from '@aws-sdk/client-cloudformation';
import type { Stack, StackDefinition, StackOutput } from './store.ts';

export const describeStack = (stack: Stack): StackDescription => ({
  StackId: stack.id,
  StackName: stack.name,
  Description: stack.definition.template.description,
  Parameters: describeParameters(stack.definition),
  CreationTime: new Date(stack.createdAt),
  LastUpdatedTime: dateOf(stack.updatedAt),
  DeletionTime: dateOf(stack.deletedAt),
  RollbackConfiguration: {},
  StackStatus: stack.status,
  StackStatusReason: stack.statusReason,
  DisableRollback: stack.onFailure === 'DO_NOTHING',
  NotificationARNs: [],
  Capabilities: [...stack.definition.capabilities],
  Outputs: stack.outputs.map(describeOutput),
  Tags: [...stack.definition.tags],
  EnableTerminationProtection: stack.hasTerminationProtection,
  DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
});

export const describeParameters = ({ parameterTexts, template }: StackDefinition): Parameter[] =>
  [...parameterTexts].map(([ParameterKey, text]) => ({
    ParameterKey,
    ParameterValue: template.parameters.get(ParameterKey)?.noEcho ? '****' : text,
  }));

const describeOutput = ({ key, value, description, exportName }: StackOutput) => ({
  OutputKey: key,
  OutputValue: value,
  Description: description,
  ExportName: exportName,
});

export const dateOf = (at: number | undefined): Date | undefined =>
  at === undefined ? undefined : new Date(at);
