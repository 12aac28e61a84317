import type { RetireGrantRequest } from '@aws-sdk/client-kms';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { noteForRecord } from '../../endpoint/record-notes.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findSharedKey } from './find-key.ts';
import { findGrant, type Grant, refuseDryRun } from './grant.ts';
import { noteKeys } from './guard-keys.ts';
import { type Key, keyStoreOf } from './key.ts';

/** Takes a grant token, or a key and a grant id. */
export const RetireGrant: Operation<RetireGrantRequest, void> = (input, call) => {
  const { key, grant } = grantOf(input, call);
  noteKeys(call, [key]);
  noteForRecord(call, { additionalEventData: { grantId: grant.id } });
  checkMayRetire(grant, call);
  refuseDryRun(input.DryRun);
  key.grants.delete(grant.id);
};

function grantOf({ GrantToken, KeyId, GrantId }: RetireGrantRequest, call: Call) {
  if (GrantToken !== undefined) return grantOfToken(GrantToken, call);
  const key = findSharedKey(KeyId, call);
  return { key, grant: findGrant(key, GrantId) };
}

/** Tokens are known for the caller's own keys. */
function grantOfToken(token: string, call: Call): { key: Key; grant: Grant } {
  for (const key of keyStoreOf(call).keys.values()) {
    const grant = [...key.grants.values()].find((one) => one.token === token);
    if (grant) return { key, grant };
  }
  throw new ServiceError('InvalidGrantTokenException', 'The grant token is not valid.');
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html */
function checkMayRetire(grant: Grant, { caller, accountId }: Call): void {
  const isOne = (principal: string | undefined) => principal === caller.arn || principal === caller.role?.arn;
  const isGrantee = isOne(grant.granteePrincipal) && grant.operations.includes('RetireGrant');
  const isIssuer = grant.issuingAccount.split(':')[4] === accountId;
  if (isGrantee || isIssuer || isOne(grant.retiringPrincipal)) return;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: kms:RetireGrant on the grant ${grant.id}`,
  );
}
