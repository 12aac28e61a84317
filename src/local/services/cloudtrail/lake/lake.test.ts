import { beforeEach, describe, expect, test } from 'vitest';
import { trailArn, trailWorld } from '../test-trail-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let aws: ReturnType<typeof trailWorld>;
beforeEach(() => {
  aws = trailWorld();
});

interface Described {
  readonly EventDataStoreArn: string;
  readonly Status: string;
}

const create = async (more: object = {}) =>
  (await aws.send<Described>('CreateEventDataStore', { Name: 'lake', ...more })).EventDataStoreArn;
const get = (EventDataStore: string) => aws.send('GetEventDataStore', { EventDataStore });
const code = (name: string) => ({ code: name });

describe('an event data store', () => {
  test('is made protected, of all Regions, for management events, and takes them in', async () => {
    const arn = await create();
    expect(await get(arn)).toMatchObject({
      EventDataStoreArn: arn,
      Status: 'ENABLED',
      MultiRegionEnabled: true,
      OrganizationEnabled: false,
      RetentionPeriod: 366,
      TerminationProtectionEnabled: true,
      BillingMode: 'EXTENDABLE_RETENTION_PRICING',
      FederationStatus: 'DISABLED',
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
    });
    expect(await get(`${arn.split('/').at(-1)}`)).toMatchObject({ EventDataStoreArn: arn });
    await expect(create()).rejects.toMatchObject(code('EventDataStoreAlreadyExistsException'));
    expect(await aws.send('ListEventDataStores')).toEqual({
      EventDataStores: [{ EventDataStoreArn: arn, Name: expect.any(String) }],
    });
    expect(await aws.send('ListEventDataStores', {}, { region: 'eu-west-1' })).toMatchObject({
      EventDataStores: [],
    });
  });

  test('stops and starts once', async () => {
    const EventDataStore = await create();
    await expect(aws.send('StartEventDataStoreIngestion', { EventDataStore })).rejects.toMatchObject(
      code('InvalidEventDataStoreStatusException'),
    );
    await aws.send('StopEventDataStoreIngestion', { EventDataStore });
    expect(await get(EventDataStore)).toMatchObject({ Status: 'STOPPED_INGESTION' });
    await aws.send('StartEventDataStoreIngestion', { EventDataStore });
    expect(await get(EventDataStore)).toMatchObject({ Status: 'ENABLED' });
  });

  test('changes only in what an update names', async () => {
    const EventDataStore = await create();
    const kept = { Name: 'lake', MultiRegionEnabled: true, TerminationProtectionEnabled: false };
    await aws.send('UpdateEventDataStore', { EventDataStore, TerminationProtectionEnabled: false });
    expect(await aws.send('UpdateEventDataStore', { EventDataStore, RetentionPeriod: 7 })).toMatchObject({
      ...kept,
      RetentionPeriod: 7,
    });
    await expect(
      aws.send('UpdateEventDataStore', { EventDataStore, RetentionPeriod: 6 }),
    ).rejects.toMatchObject(code('InvalidParameterException'));
  });

  test('is deleted without protection, can be restored for seven days, and then is gone', async () => {
    const EventDataStore = await create();
    const remove = () => aws.send('DeleteEventDataStore', { EventDataStore });
    await expect(remove()).rejects.toMatchObject(code('EventDataStoreTerminationProtectedException'));
    await aws.send('UpdateEventDataStore', { EventDataStore, TerminationProtectionEnabled: false });
    await remove();
    expect(await get(EventDataStore)).toMatchObject({ Status: 'PENDING_DELETION' });
    await expect(
      aws.send('UpdateEventDataStore', { EventDataStore, TerminationProtectionEnabled: true }),
    ).rejects.toMatchObject(code('InactiveEventDataStoreException'));
    await aws.clock.advance(6 * DAY_MS);
    expect(await aws.send('RestoreEventDataStore', { EventDataStore })).toMatchObject({ Status: 'ENABLED' });
    await aws.clock.advance(2 * DAY_MS);
    await remove();
    await aws.clock.advance(7 * DAY_MS);
    await expect(get(EventDataStore)).rejects.toMatchObject(code('EventDataStoreNotFoundException'));
  });

  test('stays while it is federated or a channel leads into it', async () => {
    const EventDataStore = await create({ TerminationProtectionEnabled: false });
    const trust = JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'cloudtrail.amazonaws.com' } },
      ],
    });
    await aws.call('iam', 'CreateRole', { RoleName: 'lake', AssumeRolePolicyDocument: trust });
    const FederationRoleArn = 'arn:aws:iam::111122223333:role/lake';
    await aws.send('EnableFederation', { EventDataStore, FederationRoleArn });
    expect(await get(EventDataStore)).toMatchObject({ FederationStatus: 'ENABLED', FederationRoleArn });
    await expect(aws.send('DeleteEventDataStore', { EventDataStore })).rejects.toMatchObject(
      code('EventDataStoreFederationEnabledException'),
    );
    await aws.send('DisableFederation', { EventDataStore });
    const Destinations = [{ Type: 'EVENT_DATA_STORE', Location: EventDataStore }];
    const { ChannelArn } = await aws.send<{ ChannelArn: string }>('CreateChannel', {
      Name: 'partner',
      Source: 'Custom',
      Destinations,
    });
    await expect(aws.send('DeleteEventDataStore', { EventDataStore })).rejects.toMatchObject(
      code('ChannelExistsForEDSException'),
    );
    const other = await create({ Name: 'other' });
    const elsewhere = [{ Type: 'EVENT_DATA_STORE', Location: other }];
    await aws.send('UpdateChannel', { Channel: ChannelArn, Destinations: elsewhere });
    expect(await aws.send('GetChannel', { Channel: ChannelArn })).toMatchObject({ Destinations: elsewhere });
    await aws.send('DeleteEventDataStore', { EventDataStore });
    await aws.send('DeleteChannel', { Channel: ChannelArn });
    expect(await aws.send('ListChannels')).toMatchObject({ Channels: [] });
  });

  test('has a policy until that is deleted', async () => {
    const ResourceArn = await create();
    const ResourcePolicy = '{"Version":"2012-10-17","Statement":[]}';
    const read = () => aws.send('GetResourcePolicy', { ResourceArn });
    await expect(read()).rejects.toMatchObject(code('ResourcePolicyNotFoundException'));
    await expect(aws.send('PutResourcePolicy', { ResourceArn, ResourcePolicy: 'x' })).rejects.toMatchObject(
      code('ResourcePolicyNotValidException'),
    );
    await aws.send('PutResourcePolicy', { ResourceArn, ResourcePolicy });
    expect(await read()).toEqual({ ResourceArn, ResourcePolicy });
    await aws.send('DeleteResourcePolicy', { ResourceArn });
    await expect(read()).rejects.toMatchObject(code('ResourcePolicyNotFoundException'));
  });

  test('has event settings that no trail has', async () => {
    const EventDataStore = await create();
    const ContextKeySelectors = [{ Type: 'RequestContext', Equals: ['aws:SourceIp'] }];
    const put = (more: object) => aws.send('PutEventConfiguration', { EventDataStore, ...more });
    await expect(put({ ContextKeySelectors })).rejects.toMatchObject(code('InvalidParameterException'));
    await put({ MaxEventSize: 'Large', ContextKeySelectors });
    expect(await aws.send('GetEventConfiguration', { EventDataStore })).toEqual({
      EventDataStoreArn: EventDataStore,
      MaxEventSize: 'Large',
      ContextKeySelectors,
    });
    await expect(put({ TrailName: trailArn('main') })).rejects.toMatchObject(
      code('InvalidParameterCombinationException'),
    );
  });

  test.each([
    ['EventDataStoreNotFoundException', '12345678-1234-1234-1234-123456789012'],
    ['EventDataStoreARNInvalidException', trailArn('main')],
  ])('that there is not is refused as %s', async (name, EventDataStore) => {
    await expect(aws.send('StopEventDataStoreIngestion', { EventDataStore })).rejects.toMatchObject(
      code(name),
    );
  });
});
