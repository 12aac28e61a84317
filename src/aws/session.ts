import { parseArn } from '../domain/arn.ts';
import type { Connection } from './connection.ts';

/** Who calls AWS, as AWS itself tells it. */
export interface CallerIdentity {
  readonly accountId: string;
  /** Of a user, a role's session, or the root user. */
  readonly arn: string;
  /** `AIDA…`, or a role's `AROA…` with its session behind a colon. */
  readonly userId: string;
  readonly partition: string;
}

/** One person's session: every client made of its connection asks for credentials once. */
export interface Session {
  readonly connection: Connection;
  readonly region: string;
  readonly identity: CallerIdentity;
}

/** People's networks are slower than the function's, and nothing waits for an answer but the person. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 20_000 } as const;

const ignore = () => {};
/** Whoever names a profile means it: the SDK would warn that the environment has credentials, too. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Opens a session with the credentials and the Region that AWS's own tools would take.
 * @param chosen a profile of the configuration files, or a Region, instead of the environment's
 * @throws whatever the SDK throws when it finds no Region or no credentials, or when AWS refuses them
 */
export async function openSession(chosen: Pick<Connection, 'profile' | 'region'>): Promise<Session> {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    ...chosen,
    requestHandler: PATIENCE,
    ...(chosen.profile && { logger: SILENT }),
  });
  const region = await client.config.region();
  const { Account = '', Arn = '', UserId = '' } = await client.send(new GetCallerIdentityCommand({}));
  return {
    connection: { region, credentials: client.config.credentials, requestHandler: PATIENCE },
    region,
    identity: {
      accountId: Account,
      arn: Arn,
      userId: UserId,
      partition: parseArn(Arn)?.partition ?? 'aws',
    },
  };
}
