import { randomUUID } from 'node:crypto';
import { ACCOUNT_ID } from '../start.ts';
import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { allow, OWN_ACCOUNT, policy } from './policies.ts';
import { arnOfRole, type Scene } from './scene.ts';

const MANAGEMENT = [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }];

const newName = (prefix: string) => `${prefix}-${randomUUID()}`;

/** An event data store as its owner made it: of 2,557 days. */
const makeStore: Act = ({ cloudtrail }) =>
  cloudtrail('CreateEventDataStore', {
    Name: newName('lake'),
    MultiRegionEnabled: true,
    RetentionPeriod: 2557,
    TerminationProtectionEnabled: false,
    AdvancedEventSelectors: MANAGEMENT,
  });

const nothing: Act = async () => {};

/** In AWS a channel's store is one of activity logs; the embedded AWS has none of these. */
const makeChannel: Act = async (scene) => {
  await makeStore(scene);
  await scene.cloudtrail('CreateChannel', {
    Name: newName('audit'),
    Source: 'Custom',
    Destinations: [{ Type: 'EVENT_DATA_STORE', Location: await findStore(scene) }],
  });
};

async function findStore({ cloudtrail }: Scene): Promise<string> {
  const { EventDataStores } = await cloudtrail('ListEventDataStores');
  return String((EventDataStores as readonly Fields[]).at(-1)?.EventDataStoreArn);
}

async function findChannel({ cloudtrail }: Scene): Promise<string> {
  const { Channels } = await cloudtrail('ListChannels');
  return String((Channels as readonly Fields[]).at(-1)?.ChannelArn);
}

const onStore =
  (operation: string, input: Fields = {}): Act =>
  async (scene) =>
    scene.cloudtrail(operation, { EventDataStore: await findStore(scene), ...input });

/**
 * The service that a channel feeds deletes it. CloudTrail records it as it does the making of one: as an event of its own.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/non-api-aws-service-events.html
 */
function recordDeletedChannel({ world, region }: Scene): void {
  if (!world) throw new Error('No client can delete a service-linked channel: only the demo can act it out');
  const ARN = `arn:aws:cloudtrail:${region}:${ACCOUNT_ID}:channel/aws-service-channel/inspector/default`;
  world.emit('serviceEvent', {
    service: 'cloudtrail',
    eventName: 'DeleteServiceLinkedChannel',
    accountId: ACCOUNT_ID,
    region,
    resources: [{ accountId: ACCOUNT_ID, type: 'AWS::CloudTrail::Channel', ARN }],
    at: world.clock.now(),
  });
}

/** Event data stores are no trails: what is done to them is told. */
const lake = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  before: makeStore,
  ...attack,
});

const resourcePolicy = (ResourceArn: string) =>
  policy(allow(OWN_ACCOUNT, 'cloudtrail-data:PutAuditEvents', { Resource: ResourceArn }));

/** Group D of the catalogue: CloudTrail Lake. */
export const LAKE_ATTACKS: readonly Attack[] = [
  lake({
    id: 'CT-25',
    name: 'lake-stopped',
    title: 'Stop the ingestion of an event data store',
    act: onStore('StopEventDataStoreIngestion'),
  }),
  lake({
    id: 'CT-26',
    name: 'lake-deleted',
    title: 'Delete an event data store',
    act: onStore('DeleteEventDataStore'),
  }),
  lake({
    id: 'CT-27',
    name: 'lake-weakened',
    title: 'Keep the events of an event data store for a week only',
    act: onStore('UpdateEventDataStore', { RetentionPeriod: 7 }),
    twin: {
      title: 'Protect it from deletion',
      act: onStore('UpdateEventDataStore', { TerminationProtectionEnabled: true }),
    },
  }),
  lake({
    id: 'CT-28',
    name: 'lake-channel-deleted',
    title: 'Delete a channel into CloudTrail Lake',
    before: makeChannel,
    act: async (scene) => scene.cloudtrail('DeleteChannel', { Channel: await findChannel(scene) }),
  }),
  lake({
    id: 'CT-29',
    name: 'service-channel-deleted',
    title: 'Delete a service-linked channel',
    byRecord: 'only AWS’s own services can call it',
    before: nothing,
    hasNoAttempt: true,
    act: async (scene) => recordDeletedChannel(scene),
  }),
  lake({
    id: 'CT-30',
    name: 'lake-policy-removed',
    title: 'Remove the policy of a channel',
    async before(scene) {
      await makeChannel(scene);
      const ResourceArn = await findChannel(scene);
      await scene.cloudtrail('PutResourcePolicy', {
        ResourceArn,
        ResourcePolicy: resourcePolicy(ResourceArn),
      });
    },
    act: async (scene) => scene.cloudtrail('DeleteResourcePolicy', { ResourceArn: await findChannel(scene) }),
  }),
  lake({
    id: 'CT-31',
    name: 'lake-federation-off',
    title: 'Take an event data store away from Athena',
    async before(scene) {
      await makeStore(scene);
      await onStore('EnableFederation', { FederationRoleArn: arnOfRole('replicator') })(scene);
    },
    act: onStore('DisableFederation'),
  }),
];
