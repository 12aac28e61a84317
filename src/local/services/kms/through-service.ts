import type { Caller } from '../../endpoint/caller.ts';
import { partitionOf } from '../../endpoint/partition.ts';
import type { World } from '../../endpoint/world.ts';
import { isAllowed as roleMay } from '../iam/authorize.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import type { Key } from './key.ts';

/** A service that uses a key in its caller's name, and what it encrypts by that. */
export interface KeyUse {
  /** As in `kms:ViaService`, such as `sns`. */
  readonly service: string;
  readonly region: string;
  readonly encryptionContext: Readonly<Record<string, string>>;
}

/** Calls that have no encryption context. @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context */
const WITHOUT_CONTEXT = ['kms:DescribeKey'];

/**
 * Whether a service may use a key in its caller's name: the key's policy must say so, and a role's own as well.
 * @param actions such as `kms:Decrypt`
 */
export const mayUseThrough = (
  world: World,
  key: Key,
  caller: Pick<Caller, 'accountId' | 'arn' | 'role'>,
  actions: readonly string[],
  use: KeyUse,
): boolean => {
  const { accountId, arn, role } = caller;
  return actions.every((action) => {
    const context = contextOf(action, accountId, use);
    const principal = { arn: role?.arn ?? arn, accountId };
    if (!isAllowed(key.policy, { principal, action, resource: key.arn, context })) return false;
    return !role || roleMay(world, role.arn, action, key.arn, context);
  });
};

/** What a policy can tell a use of a key by. @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
function contextOf(action: string, accountId: string, { service, region, encryptionContext }: KeyUse) {
  const suffix = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const named = WITHOUT_CONTEXT.includes(action) ? [] : encryptionConditions(encryptionContext);
  return new Map([
    ['kms:viaservice', `${service}.${region}.${suffix}`],
    ['kms:calleraccount', accountId],
    ...named,
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
    ...(action === 'kms:CreateGrant' ? [['kms:grantisforawsresource', 'true'] as const] : []),
  ]);
}

export const encryptionConditions = (encryptionContext: Readonly<Record<string, string>>) =>
  Object.entries(encryptionContext).map(
    ([name, value]) => [`kms:encryptioncontext:${name.toLowerCase()}`, value] as const,
  );
