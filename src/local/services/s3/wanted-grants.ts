import type { CreateBucketRequest, Grant, Permission, PutBucketAclRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../endpoint/service-error.ts';
import { cannedGrants, checkedGrantee, grantsOfHeader } from './access-control-list.ts';
import { ownerOf } from './owner.ts';
import { accessDenied, invalidRequest } from './s3-error.ts';

const MAX_GRANTS = 100;
const PERMISSIONS: readonly unknown[] = ['FULL_CONTROL', 'READ', 'READ_ACP', 'WRITE', 'WRITE_ACP'];

type HeaderGrants = Pick<
  CreateBucketRequest,
  'ACL' | 'GrantFullControl' | 'GrantRead' | 'GrantReadACP' | 'GrantWrite' | 'GrantWriteACP'
>;
type Input = HeaderGrants & Pick<PutBucketAclRequest, 'AccessControlPolicy'>;

/**
 * The grants that a request asks for, in the one way of three it asks; undefined when it asks for none.
 * @throws ServiceError `InvalidRequest` when it asks in several ways, and for grants that cannot be
 */
export function wantedGrants(input: Input, accountId: string): readonly Grant[] | undefined {
  const { ACL, AccessControlPolicy: policy } = input;
  const inHeaders = headerGrants(input);
  if ([ACL, policy, inHeaders[0]].filter(Boolean).length > 1) {
    throw invalidRequest('Specifying both Canned ACLs and Header Grants is not allowed');
  }
  if (ACL) return cannedGrants(ACL, accountId);
  if (inHeaders.length > 0) return inHeaders;
  if (!policy) return undefined;
  if (policy.Owner?.ID !== ownerOf(accountId).ID) throw accessDenied();
  return (policy.Grants ?? []).map(checkedGrant);
}

const headerGrants = (input: HeaderGrants): readonly Grant[] => [
  ...grantsOfHeader(input.GrantFullControl, 'FULL_CONTROL'),
  ...grantsOfHeader(input.GrantRead, 'READ'),
  ...grantsOfHeader(input.GrantReadACP, 'READ_ACP'),
  ...grantsOfHeader(input.GrantWrite, 'WRITE'),
  ...grantsOfHeader(input.GrantWriteACP, 'WRITE_ACP'),
];

function checkedGrant({ Grantee, Permission }: Grant, _: number, all: readonly Grant[]): Grant {
  if (!PERMISSIONS.includes(Permission) || all.length > MAX_GRANTS) throw malformedAcl();
  return { Grantee: checkedGrantee(Grantee), Permission: Permission as Permission };
}

export const malformedAcl = () =>
  new ServiceError(
    'MalformedACLError',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
