import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ec2 } from '../ec2/index.ts';
import { route53resolver } from '../route53resolver/index.ts';
import type { CloudTrailRecord } from './record.ts';
import { BUCKET, trailWorld } from './test-trail-world.ts';

type Json = Readonly<Record<string, unknown>>;

/** Records of real calls, published by the Stratus Red Team project. */
const published = new URL(
  '../../../../../shared/corpus/stratus_detonation_logs/events.jsonl',
  import.meta.url,
);

const publishedRecords = (): Json[] =>
  readFileSync(published, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json);

const ofCall = (records: readonly Json[], eventName: string) =>
  records.find((record) => record.eventName === eventName) ?? {};

/** The names in a record, at every depth. Lists count by their first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : 'value';
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, shapeOf(member)]),
  );
}

// The embedded AWS speaks no TLS, and cannot know when a session was made.
const withoutTls = ({ tlsDetails: _, ...record }: Json) => record;

async function ownRecords(): Promise<CloudTrailRecord[]> {
  const aws = trailWorld({}, ec2, route53resolver);
  await aws.createBucket();
  await aws.createLoggingTrail('main');
  await aws.send('StopLogging', { Name: 'main' });
  await aws.send('PutEventSelectors', {
    TrailName: 'main',
    EventSelectors: [
      {
        ReadWriteType: 'ReadOnly',
        IncludeManagementEvents: false,
        DataResources: [
          { Type: 'AWS::S3::Object', Values: [] },
          { Type: 'AWS::Lambda::Function', Values: [] },
        ],
        ExcludeManagementEventSources: [],
      },
    ],
  });
  await deleteNetworkLogs(aws);
  await aws.send('DeleteTrail', { Name: 'main' });
  return aws.recorded.map(({ record }) => record);
}

async function deleteNetworkLogs({ call }: ReturnType<typeof trailWorld>): Promise<void> {
  const { Vpcs } = (await call('ec2', 'DescribeVpcs')) as { Vpcs: { VpcId: string }[] };
  const { FlowLogIds } = (await call('ec2', 'CreateFlowLogs', {
    ResourceType: 'VPC',
    ResourceIds: [Vpcs[0]?.VpcId],
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: `arn:aws:s3:::${BUCKET}`,
  })) as { FlowLogIds: string[] };
  await call('ec2', 'DeleteFlowLogs', { FlowLogIds });
  const { ResolverQueryLogConfig } = (await call('route53resolver', 'CreateResolverQueryLogConfig', {
    Name: 'queries',
    DestinationArn: `arn:aws:s3:::${BUCKET}`,
    CreatorRequestId: 'first',
  })) as { ResolverQueryLogConfig: { Id: string } };
  const ResolverQueryLogConfigId = ResolverQueryLogConfig.Id;
  await call('route53resolver', 'DeleteResolverQueryLogConfig', { ResolverQueryLogConfigId });
}

/** Of the Resolver's records a number that no request has, and that AWS's own documentation does not know. */
function withoutSequenceNumber({ requestParameters, ...record }: Json): Json {
  const { originSequenceNumber: _, ...parameters } = Object(requestParameters) as Json;
  return { ...record, requestParameters: parameters };
}

describe.skipIf(!existsSync(published))('a record beside a real one of the same call', () => {
  test.each([
    'StopLogging',
    'DeleteTrail',
    'PutEventSelectors',
    'DeleteFlowLogs',
    'DeleteResolverQueryLogConfig',
  ])('has the same names: %s', async (eventName) => {
    const own = ofCall(await ownRecords(), eventName);
    expect(shapeOf(own)).toEqual(
      shapeOf(withoutSequenceNumber(withoutTls(ofCall(publishedRecords(), eventName)))),
    );
  });
});
