import type { RevokeGrantRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findSharedKey } from './find-key.ts';
import { findGrant, refuseDryRun } from './grant.ts';

export const RevokeGrant: Operation<RevokeGrantRequest, void> = (input, call) => {
  const key = findSharedKey(input.KeyId, call);
  const { id } = findGrant(key, input.GrantId);
  refuseDryRun(input.DryRun);
  key.grants.delete(id);
};
