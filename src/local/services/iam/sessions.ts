import { randomBytes } from 'node:crypto';
import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type AccessKey, accessKeysOf, issueKey, type KeyOwner } from './access-keys.ts';
import { findRole, iamAccount, noSuchEntity, type Role } from './store.ts';
import { roleTrustsService, type ServiceSource } from './trust.ts';

interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** A caller with what proves that it is the caller. */
type KnownCaller = Caller & {
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
};

/**
 * Lets a service take on a role, as Lambda does for a function.
 * @throws ServiceError NoSuchEntity when there is no such role, AccessDenied when it does not trust the service
 */
export function sessionForRole(
  world: World,
  roleArn: string,
  sessionName: string,
  service = 'lambda.amazonaws.com',
  source: ServiceSource = {},
): SessionCredentials {
  const role = findRole(world, roleArn);
  if (!role) throw noSuchEntity(`The role ${roleArn} cannot be found.`);
  if (!roleTrustsService(world, roleArn, service, source)) {
    throw new ServiceError('AccessDenied', `${service} is not allowed to assume the role ${roleArn}.`, 403);
  }
  return issueSession(world, role, sessionName, {
    sourceFunctionArn: service === 'lambda.amazonaws.com' ? source.sourceArn : undefined,
  });
}

interface SessionFacts {
  /** Milliseconds since the epoch; without it the session does not end. */
  readonly expiresAt?: number;
  /** The function that Lambda has it for. */
  readonly sourceFunctionArn?: string | undefined;
}

export function issueSession(
  world: World,
  role: Role,
  sessionName: string,
  { expiresAt, sourceFunctionArn }: SessionFacts = {},
): SessionCredentials {
  const sessionToken = randomBytes(96).toString('base64');
  const accountId = role.arn.split(':')[4] ?? '';
  const owner = {
    type: 'role',
    name: role.name,
    id: role.id,
    sessionName,
    ...(sourceFunctionArn && { sourceFunctionArn }),
  } as const;
  const key = issueKey(world, { accountId, owner, sessionToken, ...(expiresAt && { expiresAt }) });
  return { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey, sessionToken };
}

/** Who uses an access key; undefined for a key that is unknown or whose user or role is gone. */
export function callerFor(world: World, accessKeyId: string): KnownCaller | undefined {
  const key = accessKeysOf(world).byId.get(accessKeyId);
  const caller =
    key &&
    (key.owner.type === 'user' ? userCaller(world, key, key.owner) : roleCaller(world, key, key.owner));
  if (!key || !caller) return undefined;
  const { secretAccessKey, sessionToken, expiresAt } = key;
  return {
    ...caller,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiresAt && { expiresAt }),
  };
}

type OwnedBy<Type> = Extract<KeyOwner, { type: Type }>;

function userCaller(
  world: World,
  { accountId, accessKeyId }: AccessKey,
  owner: OwnedBy<'user'>,
): Caller | undefined {
  const user = iamAccount(world, accountId).users.get(owner.name);
  // A user made anew under an old name is another user.
  if (user?.id !== owner.id) return undefined;
  return {
    type: 'IAMUser',
    accountId,
    arn: user.arn,
    principalId: user.id,
    accessKeyId,
    userName: user.name,
  };
}

function roleCaller(
  world: World,
  { accountId, accessKeyId }: AccessKey,
  owner: OwnedBy<'role'>,
): Caller | undefined {
  const role = iamAccount(world, accountId).roles.get(owner.name);
  if (role?.id !== owner.id) return undefined;
  const partition = role.arn.split(':')[1];
  return {
    type: 'AssumedRole',
    accountId,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${role.name}/${owner.sessionName}`,
    principalId: `${role.id}:${owner.sessionName}`,
    accessKeyId,
    role: { arn: role.arn, name: role.name, principalId: role.id },
    ...(owner.sourceFunctionArn && { sourceFunctionArn: owner.sourceFunctionArn }),
  };
}
