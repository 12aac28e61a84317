import type { GrantConstraints, GrantListEntry, GrantOperation } from '@aws-sdk/client-kms';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findRole, iamAccount } from '../iam/store.ts';
import type { Key } from './key.ts';

export interface Grant {
  readonly id: string;
  readonly token: string;
  readonly name?: string | undefined;
  readonly createdAt: number;
  readonly granteePrincipal: string;
  readonly retiringPrincipal?: string | undefined;
  readonly issuingAccount: string;
  readonly operations: readonly GrantOperation[];
  readonly constraints?: GrantConstraints | undefined;
}

export const entryOf = (grant: Grant, { arn }: Key): GrantListEntry => ({
  KeyId: arn,
  GrantId: grant.id,
  Name: grant.name ?? '',
  CreationDate: new Date(grant.createdAt),
  GranteePrincipal: grant.granteePrincipal,
  ...(grant.retiringPrincipal && { RetiringPrincipal: grant.retiringPrincipal }),
  IssuingAccount: grant.issuingAccount,
  Operations: [...grant.operations],
  ...(grant.constraints && { Constraints: grant.constraints }),
});

/**
 * The grant of a key that an id names.
 * @throws ServiceError `InvalidGrantIdException`, `NotFoundException`
 */
export function findGrant(key: Key, id: string | undefined): Grant {
  if (!/^[0-9a-f]{64}$/.test(id ?? '')) {
    throw new ServiceError('InvalidGrantIdException', `Invalid grant id ${id}`);
  }
  const grant = key.grants.get(id ?? '');
  if (!grant) throw new ServiceError('NotFoundException', `Grant ID ${id} not found`);
  return grant;
}

/** @throws ServiceError `InvalidArnException` for what is no identity, or one that is not there */
export function checkPrincipal(arn: string, { world }: Call): void {
  const [, accountId = '', kind = '', name = ''] =
    /^arn:[^:]+:(?:iam|sts)::(\d{12}):(root|user|role|assumed-role|federated-user)(?:\/(.+))?$/.exec(arn) ??
    [];
  const isThere =
    kind === 'role'
      ? findRole(world, arn) !== undefined
      : kind !== 'user' || iamAccount(world, accountId).users.has(name.split('/').at(-1) ?? '');
  if (accountId && isThere) return;
  throw new ServiceError('InvalidArnException', `ARN does not refer to a valid principal: ${arn}`);
}

/** @throws ServiceError `DryRunOperationException`, which says that all else was well */
export function refuseDryRun(isDryRun: boolean | undefined): void {
  if (!isDryRun) return;
  throw new ServiceError(
    'DryRunOperationException',
    'The request would have succeeded, but the DryRun option is set.',
  );
}
