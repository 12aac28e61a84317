/** Who made a call, as far as its record tells. Every text here is the caller's own choice: show it, never trust it. */
export interface Actor {
  readonly kind:
    | 'root'
    | 'iam-user'
    | 'assumed-role'
    | 'identity-center'
    | 'federated-user'
    | 'aws-service'
    | 'aws-account'
    | 'unknown';
  /** The shortest name that tells people who it was: a user, `role/session`, `root`, a service's host name. */
  readonly name: string;
  readonly arn: string | null;
  readonly accountId: string | null;
  /** The role behind an assumed-role session, or the user behind a federated one: what the session did not choose. */
  readonly roleArn: string | null;
  /** The caller's account is not the one the call was recorded in. */
  readonly isCrossAccount: boolean;
  readonly isConsole: boolean;
}

/** One key for all calls of one principal: its ARN without the session it chose itself. */
export const principalOf = (actor: Actor): string => actor.roleArn ?? actor.arn ?? actor.name;
