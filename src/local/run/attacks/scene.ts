import type { World } from '../../endpoint/world.ts';
import { STACK_NAME, TRAIL_NAME } from '../prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, type Keys } from '../start.ts';
import { type Clients, connect } from './connect.ts';

/** Where an attack happens: whoever does it with their clients, and the trail with what it depends on. */
export interface Scene extends Clients {
  readonly keys: Keys;
  readonly region: string;
  /** The trail, by name and by ARN. */
  readonly trail: string;
  readonly trailArn: string;
  readonly bucket: string;
  /** ARNs. */
  readonly key: string;
  readonly topicArn: string;
  /** Names. */
  readonly group: string;
  readonly role: string;
  /** The physical id of a part of the guard, by the beginning of its logical id. */
  readonly guardPart: (logicalId: string) => Promise<string>;
  /** Somebody in another account. */
  readonly stranger: Clients;
  /** Only where the embedded AWS runs in this process. */
  readonly world: World | undefined;
}

export type Stage = Pick<EmbeddedAws, 'url' | 'stranger'> & {
  readonly region?: string;
  readonly world?: World;
};

/**
 * Looks around as somebody who may read everything, and finds by the trail alone what there is to attack.
 * @param lookout whose rights are enough to see it, when the attacker's are not
 * @throws Error when there is no such trail
 */
export async function openScene(
  aws: Stage,
  keys: Keys,
  { trail = TRAIL_NAME, lookout = keys }: { readonly trail?: string; readonly lookout?: Keys } = {},
): Promise<Scene> {
  const see = connect(aws, lookout);
  const { trailList } = (await see.cloudtrail('DescribeTrails', { trailNameList: [trail] })) as {
    readonly trailList?: readonly Described[];
  };
  const found = trailList?.[0];
  if (!found) throw new Error(`There is no trail ${trail}`);
  const region = found.HomeRegion ?? '';
  return {
    ...connect({ ...aws, region }, keys),
    keys,
    region,
    trail: found.Name ?? trail,
    trailArn: found.TrailARN ?? '',
    bucket: found.S3BucketName ?? '',
    key: found.KmsKeyId ?? '',
    topicArn: found.SnsTopicARN ?? '',
    group: lastOf(found.CloudWatchLogsLogGroupArn?.replace(/:\*$/, ''), ':'),
    role: lastOf(found.CloudWatchLogsRoleArn, '/'),
    guardPart: (logicalId) => findGuardPart(see, logicalId),
    stranger: connect({ ...aws, region }, aws.stranger),
    world: aws.world,
  };
}

interface Described {
  readonly Name?: string;
  readonly TrailARN?: string;
  readonly HomeRegion?: string;
  readonly S3BucketName?: string;
  readonly KmsKeyId?: string;
  readonly SnsTopicARN?: string;
  readonly CloudWatchLogsLogGroupArn?: string;
  readonly CloudWatchLogsRoleArn?: string;
}

const lastOf = (text: string | undefined, separator: string): string => text?.split(separator).at(-1) ?? '';

interface StackResource {
  readonly LogicalResourceId?: string;
  readonly PhysicalResourceId?: string;
}

async function findGuardPart({ cloudformation }: Clients, logicalId: string): Promise<string> {
  const { StackResources = [] } = (await cloudformation('DescribeStackResources', {
    StackName: STACK_NAME,
  })) as { readonly StackResources?: readonly StackResource[] };
  const part =
    StackResources.find(({ LogicalResourceId }) => LogicalResourceId === logicalId) ??
    StackResources.find(({ LogicalResourceId }) => LogicalResourceId?.startsWith(logicalId));
  if (!part?.PhysicalResourceId) throw new Error(`The stack ${STACK_NAME} has no resource ${logicalId}`);
  return part.PhysicalResourceId;
}

export const arnOfRole = (name: string): string => `arn:aws:iam::${ACCOUNT_ID}:role/${name}`;
export const arnOfPolicy = (name: string): string => `arn:aws:iam::${ACCOUNT_ID}:policy/${name}`;
