import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import { makeBaselineStore } from '../src/aws/baseline-store.ts';
import { proposeAdoption } from '../src/cli/baseline/adopt.ts';
import { chooseTrail } from '../src/cli/live/choose-trail.ts';
import { connectLive, type Live } from '../src/cli/live/connect.ts';
import type { LiveFlags } from '../src/cli/live/live-flags.ts';
import type { Baseline } from '../src/domain/baseline/baseline.ts';
import type { EntryKind } from '../src/domain/ledger.ts';
import type { Clock } from '../src/domain/ports.ts';
import { EPISODE_SCHEMA, type Episode } from '../src/domain/telling/episode.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { createLoggingTrail, deployGuard, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION, startEmbeddedAws } from '../src/local/run/start.ts';
import { clientConfig } from './guarded-account.ts';

export const OPERATOR = `arn:aws:iam::${ACCOUNT_ID}:user/operator`;

const text = (Default = '') => ({ Type: 'String', Default });

/** What the command line reads of a guard's stack, without the guard: nobody else puts anything back. */
const BARE_STACK = JSON.stringify({
  Parameters: {
    Mode: text('restore'),
    RestoreScope: text('trail'),
    Trail1: text(),
    ApprovedPrincipals: text(),
    BucketArns: { Type: 'CommaDelimitedList', Default: '' },
    SweepMinutes: { Type: 'Number', Default: 5 },
  },
  Resources: {
    Ledger: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'kind', AttributeType: 'S' },
          { AttributeName: 'id', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'kind', KeyType: 'HASH' },
          { AttributeName: 'id', KeyType: 'RANGE' },
        ],
      },
    },
    FunctionRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    },
  },
  Outputs: { LedgerTable: { Value: { Ref: 'Ledger' } } },
});

export interface LiveAccount extends EmbeddedAws {
  readonly ledgerTable: string | undefined;
  /** Connects as a user. */
  connect(who?: 'operator' | 'attacker', flags?: Partial<LiveFlags>): Promise<Live>;
}

/**
 * An embedded AWS with a trail that logs, and a guard's stack in which the operator is approved.
 * @param parameters of the stack; null deploys none
 */
export async function liveAccount(
  parameters: Readonly<Record<string, string>> | null = {},
): Promise<LiveAccount> {
  const aws = await startEmbeddedAws({ quotas: false });
  await createLoggingTrail(aws);
  const given = { ApprovedPrincipals: OPERATOR, ...parameters };
  const outputs = parameters ? await deployGuard(aws, BARE_STACK, given) : {};
  return {
    ...aws,
    ledgerTable: outputs.LedgerTable,
    async connect(who = 'operator', flags = {}) {
      const environment = clientEnvironment(aws, aws[who]);
      for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
      return connectLive({ output: 'table', ...flags }, hurriedClock());
    },
  };
}

/** For an embedded AWS without quotas: nobody has to wait. */
function hurriedClock(): Clock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    sleep: async (ms) => {
      aheadMs += ms;
    },
  };
}

/** Makes today's state what `main` must be, as if the operator had approved it a minute ago. */
export async function approveToday(live: Live, fields: Partial<Baseline> = {}): Promise<Baseline> {
  const trail = await chooseTrail('main', live);
  const { after } = await proposeAdoption(live, trail, { evenThoughWeak: true });
  const approval = { ...after.approval, at: new Date(Date.now() - 60_000).toISOString() };
  const baseline = { ...after, approval, ...fields };
  await makeBaselineStore(live.connection).create(baseline);
  return baseline;
}

/** Writes what the guard would remember. */
export async function remember(aws: LiveAccount, kind: EntryKind, id: string, value: unknown): Promise<void> {
  await new DynamoDBClient(clientConfig(aws, 'operator')).send(
    new PutItemCommand({
      TableName: aws.ledgerTable,
      Item: {
        kind: { S: kind },
        id: { S: id },
        version: { N: '1' },
        document: { S: JSON.stringify(value) },
      },
    }),
  );
}

/** An incident of `main` that was dark for two seconds. */
export const episode = (fields: Partial<Episode> = {}): Episode => ({
  schema: EPISODE_SCHEMA,
  id: 'main-20261121T090000Z',
  trail: { name: 'main', arn: TRAIL_ARN, homeRegion: REGION },
  openedAt: '2026-11-21T09:00:00.000Z',
  closedAt: null,
  state: 'lit',
  times: 1,
  principals: [`arn:aws:iam::${ACCOUNT_ID}:user/mallory`],
  techniques: [{ techniqueId: 'cloudtrail.stop-logging', severity: 'critical', done: 'stopped logging' }],
  dark: [{ from: '2026-11-21T09:00:00.000Z', until: '2026-11-21T09:00:02.000Z', forMs: 2_000 }],
  weakened: [],
  reports: [],
  found: {},
  gap: null,
  ...fields,
});
