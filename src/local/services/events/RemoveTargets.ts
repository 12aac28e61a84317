import type { RemoveTargetsRequest, RemoveTargetsResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireRule } from './store.ts';

export const RemoveTargets: Operation<RemoveTargetsRequest, RemoveTargetsResponse> = (input, call) => {
  const rule = requireRule(call, { ...input, name: input.Rule });
  const FailedEntries = (input.Ids ?? [])
    .filter((id) => !rule.targets.delete(id))
    .map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule ${rule.name} does not have a target with the Id ${TargetId}.`,
    }));
  return { FailedEntryCount: FailedEntries.length, FailedEntries };
};
