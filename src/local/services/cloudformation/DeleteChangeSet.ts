import type { DeleteChangeSetInput, DeleteChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { findChangeSet } from './find-change-set.ts';

export const DeleteChangeSet: Operation<DeleteChangeSetInput, DeleteChangeSetOutput> = (input, call) => {
  const { stack, changeSet } = findChangeSet(input, call);
  stack.changeSets.delete(changeSet.id);
  return {};
};
