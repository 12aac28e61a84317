import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../iam/authorize.ts';
import { roleTrustsService } from '../iam/trust.ts';
import { logGroupExists } from '../logs/groups.ts';

const ARN = /^arn:[^:]+:logs:([^:]+):(\d{12}):log-group:([^:]+):\*$/;

export interface LogGroup {
  readonly region: string;
  readonly accountId: string;
  readonly name: string;
}

/** The log group an ARN names; it must end in `:*`, as CloudTrail wants it. */
export function parseLogGroupArn(arn: string): LogGroup | undefined {
  const [, region, accountId, name] = ARN.exec(arn) ?? [];
  return region && accountId && name ? { region, accountId, name } : undefined;
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-log-group-log-stream-naming-for-cloudtrail.html */
export const logStreamOf = (accountId: string, region: string, organizationId?: string): string =>
  `${organizationId ? `${organizationId}_` : ''}${accountId}_CloudTrail_${region}`;

interface LogGroupUse {
  readonly groupArn: string;
  readonly roleArn: string;
  readonly trailArn: string;
  readonly stream: string;
}

/** What keeps CloudTrail from writing to a log group. */
export type LogGroupObstacle = 'no-log-group' | 'role-not-assumable' | 'role-not-allowed';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
export function logGroupObstacle(
  world: World,
  { groupArn, roleArn, trailArn, stream }: LogGroupUse,
): LogGroupObstacle | undefined {
  const group = parseLogGroupArn(groupArn);
  const source = { sourceArn: trailArn, sourceAccount: trailArn.split(':')[4] ?? '' };
  if (!roleTrustsService(world, roleArn, 'cloudtrail.amazonaws.com', source)) return 'role-not-assumable';
  const resource = groupArn.replace(/\*$/, `log-stream:${stream}`);
  const actions = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  if (!actions.every((action) => isAllowed(world, roleArn, action, resource))) return 'role-not-allowed';
  const exists = group && logGroupExists(world, group.accountId, group.region, group.name);
  return exists ? undefined : 'no-log-group';
}
