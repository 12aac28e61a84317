import { AccountClient, EnableRegionCommand } from '@aws-sdk/client-account';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testEndpoint } from '../../endpoint/test-endpoint.ts';
import { cloudtrail } from '../cloudtrail/index.ts';
import { account } from './index.ts';

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([account, cloudtrail]);
});
afterAll(() => started.endpoint.close());

const region = 'af-south-1';
const lookup = (at: string) =>
  new CloudTrailClient({ ...started.client, region: at }).send(new LookupEventsCommand({}));

test('keys work in a Region only once the account has it', async () => {
  await expect(lookup(region)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  const sts = new STSClient({ ...started.client, region });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
  const accounts = new AccountClient({ ...started.client, region: 'eu-west-1' });
  await accounts.send(new EnableRegionCommand({ RegionName: region }));
  await expect(lookup(region)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  await started.clock.advance(60_000);
  expect(await lookup(region)).toMatchObject({ Events: [] });
});

test('calls of a service without Regions are recorded in the first one', async () => {
  const { Events } = await lookup('us-east-1');
  expect(Events).toMatchObject([{ EventName: 'EnableRegion', EventSource: 'account.amazonaws.com' }]);
  expect(JSON.parse(`${Events?.[0]?.CloudTrailEvent}`)).toMatchObject({ awsRegion: 'us-east-1' });
  expect(await lookup('eu-west-1')).toMatchObject({ Events: [] });
});
