import type { Caller } from '../../endpoint/caller.ts';

/**
 * Who a record says made the call.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function userIdentityOf(caller: Caller): Readonly<Record<string, unknown>> {
  if (caller.type === 'AWSService') return { type: 'AWSService', invokedBy: caller.invokedBy };
  return {
    type: caller.type,
    principalId: caller.principalId,
    arn: caller.arn,
    accountId: caller.accountId,
    accessKeyId: caller.accessKeyId,
    ...(caller.userName && { userName: caller.userName }),
    ...(caller.role && { sessionContext: sessionContextOf(caller, caller.role) }),
    ...(caller.invokedBy && { invokedBy: caller.invokedBy }),
  };
}

const sessionContextOf = ({ accountId }: Caller, role: NonNullable<Caller['role']>) => ({
  sessionIssuer: {
    type: 'Role',
    principalId: role.principalId,
    arn: role.arn,
    accountId: /^arn:[^:]*:iam::(\d{12}):/.exec(role.arn)?.[1] ?? accountId,
    userName: role.name,
  },
  attributes: { mfaAuthenticated: 'false' },
});

/** The name event history lists and searches callers by: the user's, the session's, or `root`. */
export function userNameOf({ type, userName, arn }: Caller): string | undefined {
  if (type === 'Root') return 'root';
  return userName ?? (type === 'AssumedRole' ? arn.split('/').at(-1) : undefined);
}
