import type { Grant, Grantee, Permission } from '@aws-sdk/client-s3';
import { unsupported } from '../../endpoint/unsupported.ts';
import { ownerOf } from './owner.ts';
import { invalidArgument } from './s3-error.ts';

const GROUPS = 'http://acs.amazonaws.com/groups/';
const ALL_USERS = `${GROUPS}global/AllUsers`;
const AUTHENTICATED_USERS = `${GROUPS}global/AuthenticatedUsers`;
const LOG_DELIVERY = `${GROUPS}s3/LogDelivery`;

const toGroup = (URI: string, Permission: Permission): Grant => ({
  Grantee: { Type: 'Group', URI },
  Permission,
});

/**
 * What a canned ACL grants beside the owner's full control.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
const canned = new Map<string, readonly Grant[]>([
  ['private', []],
  ['public-read', [toGroup(ALL_USERS, 'READ')]],
  ['public-read-write', [toGroup(ALL_USERS, 'READ'), toGroup(ALL_USERS, 'WRITE')]],
  ['authenticated-read', [toGroup(AUTHENTICATED_USERS, 'READ')]],
  ['log-delivery-write', [toGroup(LOG_DELIVERY, 'WRITE'), toGroup(LOG_DELIVERY, 'READ_ACP')]],
]);

/** @throws ServiceError `InvalidArgument` */
export function cannedGrants(name: string, accountId: string): readonly Grant[] {
  const others = canned.get(name);
  if (!others) throw invalidArgument(`The canned ACL ${name} is not one of a bucket.`);
  return [...ownerGrants(accountId), ...others];
}

export const ownerGrants = (accountId: string): readonly Grant[] => [
  { Grantee: { Type: 'CanonicalUser', ...ownerOf(accountId) }, Permission: 'FULL_CONTROL' },
];

/** Whether anyone is granted anything. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status */
export const grantsPublicly = (grants: readonly Grant[]): boolean =>
  grants.some(({ Grantee }) => Grantee?.URI === ALL_USERS || Grantee?.URI === AUTHENTICATED_USERS);

/** Whether anyone but the owner is granted anything. */
export const grantsToOthers = (grants: readonly Grant[], accountId: string): boolean =>
  grants.some(({ Grantee }) => Grantee?.ID !== ownerOf(accountId).ID);

/**
 * Reads one `x-amz-grant-…` header: `id="…", uri="…"`.
 * @throws ServiceError `InvalidArgument`, `NotImplemented` for e-mail addresses
 */
export const grantsOfHeader = (text: string | undefined, Permission: Permission): readonly Grant[] =>
  text ? text.split(',').map((grantee) => ({ Grantee: checkedGrantee(granteeOf(grantee)), Permission })) : [];

function granteeOf(text: string): Grantee {
  const [, kind = '', value = ''] = /^\s*(id|uri|emailAddress)\s*=\s*"?([^"]*)"?\s*$/i.exec(text) ?? [];
  if (kind.toLowerCase() === 'id') return { Type: 'CanonicalUser', ID: value };
  if (kind.toLowerCase() === 'uri') return { Type: 'Group', URI: value };
  if (kind !== '') throw unsupported('grants to e-mail addresses');
  throw invalidArgument('Argument format not recognized');
}

/** @throws ServiceError `InvalidArgument`, `NotImplemented` for e-mail addresses */
export function checkedGrantee(grantee: Grantee | undefined): Grantee {
  const { Type, ID = '', URI = '' } = grantee ?? {};
  if (Type === 'AmazonCustomerByEmail') throw unsupported('grants to e-mail addresses');
  if (Type === 'Group') {
    if (![ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY].includes(URI))
      throw invalidArgument('Invalid group uri');
    return { Type, URI };
  }
  // Which canonical users there are in AWS nobody can know here; that they are 64 hexadecimal digits is known.
  if (Type !== 'CanonicalUser' || !/^[0-9a-f]{64}$/.test(ID)) throw invalidArgument('Invalid id');
  return { Type, ID };
}
