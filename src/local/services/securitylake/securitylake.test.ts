import {
  type AwsLogSourceName,
  CreateAwsLogSourceCommand,
  CreateDataLakeCommand,
  DeleteAwsLogSourceCommand,
  DeleteDataLakeCommand,
  ListDataLakesCommand,
  ListLogSourcesCommand,
  SecurityLakeClient,
} from '@aws-sdk/client-securitylake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testEndpoint } from '../../endpoint/test-endpoint.ts';
import { securitylake } from './index.ts';

let started: Awaited<ReturnType<typeof testEndpoint>>;
let client: SecurityLakeClient;
beforeAll(async () => {
  started = await testEndpoint([securitylake]);
  client = new SecurityLakeClient(started.client);
});
afterAll(() => started.endpoint.close());

const regions = ['eu-west-1', 'us-east-1'];
const named = (sourceName: AwsLogSourceName) => ({ sources: [{ sourceName, regions }] });
const sources = async (input: object = {}) => {
  const found = await client.send(new ListLogSourcesCommand(input));
  return found.sources?.map(({ account, region, sources: all }) => [
    account,
    region,
    ...(all?.map(({ awsLogSource }) => awsLogSource?.sourceName) ?? []),
  ]);
};

test('sources fill the lakes of their Regions until they are removed, or the lake is', async () => {
  await expect(client.send(new CreateAwsLogSourceCommand(named('WAF')))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
  const { dataLakes } = await client.send(
    new CreateDataLakeCommand({
      configurations: regions.map((region) => ({ region })),
      metaStoreManagerRoleArn: 'arn:aws:iam::111122223333:role/lake',
    }),
  );
  expect((await client.send(new ListDataLakesCommand())).dataLakes).toEqual(dataLakes);

  await client.send(new CreateAwsLogSourceCommand(named('CLOUD_TRAIL_MGMT')));
  await client.send(new CreateAwsLogSourceCommand(named('WAF')));
  expect(await sources({ regions: ['eu-west-1'] })).toEqual([
    ['111122223333', 'eu-west-1', 'CLOUD_TRAIL_MGMT', 'WAF'],
  ]);
  expect(await client.send(new DeleteAwsLogSourceCommand(named('CLOUD_TRAIL_MGMT')))).toMatchObject({
    failed: [],
  });
  expect(await sources({ sources: [{ awsLogSource: { sourceName: 'CLOUD_TRAIL_MGMT' } }] })).toEqual([]);
  await client.send(new DeleteDataLakeCommand({ regions: ['us-east-1'] }));
  expect(await sources()).toEqual([['111122223333', 'eu-west-1', 'WAF']]);
});

test('a source that AWS has not is refused', async () => {
  const unknown = named('COFFEE' as AwsLogSourceName);
  await expect(client.send(new CreateAwsLogSourceCommand(unknown))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
});
