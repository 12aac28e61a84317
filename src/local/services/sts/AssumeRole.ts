import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { trusts } from '../iam/policy/evaluate-trust.ts';
import { parsePolicy } from '../iam/policy/parse-policy.ts';
import { issueSession } from '../iam/sessions.ts';
import { findRole, type Role } from '../iam/store.ts';

const HOUR = 3600;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const AssumeRole: Operation<AssumeRoleRequest, AssumeRoleResponse> = (input, call) => {
  const { RoleArn = '', RoleSessionName: name = '', DurationSeconds: seconds = HOUR } = input;
  refuseUnsupported(
    input,
    'Policy',
    'PolicyArns',
    'ProvidedContexts',
    'SerialNumber',
    'SourceIdentity',
    'Tags',
    'TokenCode',
    'TransitiveTagKeys',
  );
  if (!/^[\w+=,.@-]{2,64}$/.test(name))
    throw invalid('roleSessionName', 'Member must have 2 to 64 of [\\w+=,.@-]');
  const role = trustingRole(RoleArn, input.ExternalId, call);
  checkDuration(seconds, role, call);
  const expiresAt = call.world.clock.now() + seconds * 1000;
  const { accessKeyId, secretAccessKey, sessionToken } = issueSession(call.world, role, name, { expiresAt });
  const assumed = role.arn
    .replace(':iam:', ':sts:')
    .replace(/:role\/.*$/, `:assumed-role/${role.name}/${name}`);
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt),
    },
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${name}`, Arn: assumed },
  };
};

/** A role that is not there and one that does not trust the caller are the same to the caller. */
function trustingRole(roleArn: string, externalId: string | undefined, { world, caller }: Call): Role {
  const role = findRole(world, roleArn);
  const context = new Map([
    ['aws:principalaccount', caller.accountId],
    ['aws:principalarn', caller.role?.arn ?? caller.arn],
    ['aws:multifactorauthpresent', 'false'],
    ...(externalId === undefined ? [] : [['sts:externalid', externalId] as const]),
  ]);
  const arns = [caller.arn, ...(caller.role ? [caller.role.arn] : [])];
  const party = { arns, accountId: caller.accountId };
  if (role && trusts(parsePolicy(role.trustPolicy, 'trust'), party, context)) return role;
  const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
  throw new ServiceError('AccessDenied', message, 403);
}

function checkDuration(seconds: number, role: Role, { caller }: Call): void {
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > 12 * HOUR) {
    throw invalid('durationSeconds', 'Member must have value between 900 and 43200');
  }
  if (caller.type === 'AssumedRole' && seconds > HOUR) {
    throw tooLong(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (seconds > role.maxSessionSeconds) {
    throw tooLong('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
}

const tooLong = (message: string) => new ServiceError('ValidationError', message);
const invalid = (member: string, constraint: string) =>
  tooLong(`1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`);
