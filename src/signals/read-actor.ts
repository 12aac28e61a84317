import type { Actor } from '../domain/actor.ts';
import { parseArn } from '../domain/arn.ts';
import { asJsonObject, type JsonObject } from '../domain/json.ts';
import { firstText, readText } from './read-text.ts';

const KINDS: ReadonlyMap<unknown, Actor['kind']> = new Map([
  ['Root', 'root'],
  ['IAMUser', 'iam-user'],
  ['AssumedRole', 'assumed-role'],
  ['Role', 'assumed-role'],
  ['IdentityCenterUser', 'identity-center'],
  ['FederatedUser', 'federated-user'],
  ['SAMLUser', 'federated-user'],
  ['WebIdentityUser', 'federated-user'],
  ['AWSService', 'aws-service'],
  ['AWSAccount', 'aws-account'],
]);

/**
 * Who the `userIdentity` of a record is, by the best name it has, whatever of it is missing.
 * @param recordedIn the account that the record belongs to; empty when unknown
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function readActor(userIdentity: unknown, recordedIn: string, isConsole: boolean): Actor {
  const identity = asJsonObject(userIdentity);
  const issuer = asJsonObject(asJsonObject(identity.sessionContext).sessionIssuer);
  const arn = readText(identity.arn);
  const parsed = parseArn(arn ?? '');
  // The session's name is only in the ARN, `assumed-role/<role>/<session>`, and behind the principal's id.
  const [type, roleInArn, sessionInArn] = parsed?.resource.split('/') ?? [];
  const isSession = type === 'assumed-role';
  const role = firstText(issuer.type === 'Role' && issuer.userName, isSession && roleInArn);
  const session = firstText(isSession && sessionInArn, readText(identity.principalId)?.split(':')[1]);
  const accountId = firstText(identity.accountId, parsed?.accountId);
  const kind = kindOf(identity, role);
  return {
    kind,
    name:
      nameOf(kind, role, session) ??
      firstText(
        kind === 'aws-service' && identity.invokedBy,
        kind === 'aws-account' && accountId && `account ${accountId}`,
        identity.userName,
        role,
        parsed?.resource.split('/').at(-1),
        asJsonObject(identity.onBehalfOf).userId,
        identity.invokedBy,
        identity.principalId,
        accountId && `account ${accountId}`,
      ) ??
      'unknown',
    arn,
    accountId,
    roleArn: readText(issuer.arn),
    isCrossAccount: accountId !== null && recordedIn !== '' && accountId !== recordedIn,
    isConsole,
  };
}

function kindOf({ type, invokedBy }: JsonObject, role: string | null): Actor['kind'] {
  // Roles that Identity Center makes: it names their sessions after the person.
  if (role?.startsWith('AWSReservedSSO_')) return 'identity-center';
  return KINDS.get(type) ?? (readText(invokedBy) ? 'aws-service' : 'unknown');
}

function nameOf(kind: Actor['kind'], role: string | null, session: string | null): string | null {
  if (kind === 'root') return 'root';
  if (!role || !session) return null;
  return kind === 'identity-center' ? session : `${role}/${session}`;
}
