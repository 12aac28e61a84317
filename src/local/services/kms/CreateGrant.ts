import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CreateGrantRequest, CreateGrantResponse, GrantOperation } from '@aws-sdk/client-kms';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findSharedKey } from './find-key.ts';
import { checkPrincipal, type Grant, refuseDryRun } from './grant.ts';
import { refuseStates } from './key-state.ts';

/** What a symmetric encryption key can be granted for. */
const OPERATIONS: readonly GrantOperation[] = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
];

/** A grant of the same name that says the same is made once. */
export const CreateGrant: Operation<CreateGrantRequest, CreateGrantResponse> = (input, call) => {
  const key = findSharedKey(input.KeyId, call);
  refuseStates(key, 'Disabled', 'PendingDeletion', 'PendingImport');
  const wanted = readGrant(input);
  for (const arn of [wanted.granteePrincipal, wanted.retiringPrincipal]) if (arn) checkPrincipal(arn, call);
  refuseDryRun(input.DryRun);
  const same = [...key.grants.values()].find((grant) => input.Name && isSame(grant, wanted));
  const grant = same ?? newGrant(wanted, call);
  key.grants.set(grant.id, grant);
  return { GrantId: grant.id, GrantToken: grant.token };
};

type WantedGrant = Omit<Grant, 'id' | 'token' | 'createdAt' | 'issuingAccount'>;

function readGrant(input: CreateGrantRequest): WantedGrant {
  const operations = input.Operations ?? [];
  const unknown = operations.find((operation) => !OPERATIONS.includes(operation));
  if (operations.length === 0 || unknown) {
    throw new ServiceError('ValidationException', `The operation ${unknown} cannot be granted on this key.`);
  }
  return {
    name: input.Name,
    granteePrincipal: input.GranteePrincipal ?? '',
    retiringPrincipal: input.RetiringPrincipal,
    operations,
    constraints: input.Constraints,
  };
}

const isSame = (
  { id: _id, token: _token, createdAt: _at, issuingAccount: _by, ...grant }: Grant,
  wanted: WantedGrant,
) => isDeepStrictEqual(grant, wanted);

const newGrant = (wanted: WantedGrant, { world, partition, accountId }: Call): Grant => ({
  id: randomBytes(32).toString('hex'),
  token: randomBytes(48).toString('base64'),
  createdAt: world.clock.now(),
  issuingAccount: `arn:${partition}:iam::${accountId}:root`,
  ...wanted,
});
