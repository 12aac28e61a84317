import { parseArn } from '../arn.ts';
import type { Settings } from '../settings.ts';
import type { ApiCall } from '../signal.ts';

/**
 * Whether somebody is among the principals whose changes count. Nothing that a session chose for itself is looked at,
 * neither its name nor its user agent.
 * @param principal as AWS names who did it: `LastModifiedUser` of a parameter, `userIdentity.arn`,
 *   `sessionIssuer.arn` or `userIdentity.principalId` of a record
 * @param approved ARNs of roles and users, the root user's ARN, unique ids (`AROA…`, `AIDA…`). Whoever makes a role of
 *   the same name again has its ARN, and never its unique id. A parameter's history tells ARNs alone, so there an
 *   approved unique id matches nobody
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isApprovedPrincipal(principal: string, approved: readonly string[]): boolean {
  const identity = readIdentity(principal);
  return identity !== undefined && approved.some((entry) => isSame(identity, readApproved(entry)));
}

/** Whether a call was made by one of them. */
export const isMadeByApproved = (
  { actor, record }: Pick<ApiCall, 'actor' | 'record'>,
  { approvedPrincipals }: Pick<Settings, 'approvedPrincipals'>,
): boolean => {
  const { principalId } = (record.userIdentity ?? {}) as { readonly principalId?: unknown };
  const names = [actor.roleArn ?? actor.arn, typeof principalId === 'string' ? principalId : null];
  return names.some((name) => name !== null && isApprovedPrincipal(name, approvedPrincipals));
};

/** What is wrong with a list of approved principals: entries that would match nobody. */
export const approvedPrincipalMistakes = (approved: readonly string[]): readonly string[] =>
  approved
    .filter((entry) => !readApproved(entry))
    .map((entry) => `${JSON.stringify(entry.slice(0, 200))} is no ARN of a role or user, and no unique id`);

interface Identity {
  /** `role`, `user` or `root` of an account, or a unique id. */
  readonly kind: 'role' | 'user' | 'root' | 'id';
  /** Partition and account; empty with a unique id, which is unique everywhere. */
  readonly owner: string;
  readonly name: string;
  /** Between kind and name; null where AWS does not tell it. */
  readonly path: string | null;
}

/**
 * IAM's own ids: of roles and of users. Root's principal id is its account, a federated user's is the account and a name
 * of its own choice: neither is one.
 */
const UNIQUE_ID = /^A(?:RO|ID)A[A-Z0-9]{12,124}$/;

/** Sessions are named after the role or user they are of. */
function readIdentity(principal: string): Identity | undefined {
  const [id = ''] = principal.split(':');
  if (UNIQUE_ID.test(id)) return { kind: 'id', owner: '', name: id, path: null };
  return readSession(principal) ?? readApproved(principal);
}

/**
 * `arn:aws:sts::111122223333:assumed-role/Deployer/session`: the role's path is lost, but its name is one of a kind in its
 * account. Parameter Store has been seen to leave out the session.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
function readSession(text: string): Identity | undefined {
  const arn = parseArn(text);
  const [, name] = /^assumed-role\/([^/]+)(?:\/[^/]+)?$/.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'sts' || !name) return;
  return { kind: 'role', owner: `${arn.partition}:${arn.accountId}`, name, path: null };
}

/** What may be approved: never a session, and no wildcard. */
function readApproved(entry: string): Identity | undefined {
  if (UNIQUE_ID.test(entry)) return { kind: 'id', owner: '', name: entry, path: null };
  const arn = parseArn(entry);
  if (arn?.service !== 'iam' || !/^\d{12}$/.test(arn.accountId)) return;
  const owner = `${arn.partition}:${arn.accountId}`;
  if (arn.resource === 'root') return { kind: 'root', owner, name: 'root', path: '/' };
  const [, kind, path = '/', name] = /^(role|user)(\/.*\/|\/)([\w+=,.@-]+)$/.exec(arn.resource) ?? [];
  return name && kind ? { kind: kind === 'role' ? 'role' : 'user', owner, name, path } : undefined;
}

const isSame = (one: Identity, other: Identity | undefined): boolean =>
  other !== undefined &&
  one.kind === other.kind &&
  one.owner === other.owner &&
  one.name === other.name &&
  (one.path === null || one.path === other.path);
