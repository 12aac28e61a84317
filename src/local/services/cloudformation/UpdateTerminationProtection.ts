import type {
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { findStack } from './find-stack.ts';
import { validationError } from './template/template-error.ts';

export const UpdateTerminationProtection: Operation<
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput
> = ({ StackName, EnableTerminationProtection = false }, call) => {
  const stack = findStack(StackName, call);
  if (stack.status.startsWith('DELETE_') && stack.status !== 'DELETE_FAILED') {
    throw validationError(`Stack [${stack.name}] is in ${stack.status} state`);
  }
  stack.hasTerminationProtection = EnableTerminationProtection;
  return { StackId: stack.id };
};
