import type { Call } from '../../endpoint/operation.ts';
import { partitionOf } from '../../endpoint/partition.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { groupsOf, type LogGroup } from './store.ts';

export const logGroupExists = (world: World, accountId: string, region: string, name: string): boolean =>
  groupsOf(world, accountId, region).has(name);

type Settings = Partial<Pick<LogGroup, 'logGroupClass' | 'isDeletionProtected' | 'tags' | 'keyArn'>>;

/** @throws ServiceError `InvalidParameterException`, `ResourceAlreadyExistsException` */
export function createLogGroup(
  world: World,
  accountId: string,
  region: string,
  name: string,
  { logGroupClass = 'STANDARD', isDeletionProtected = false, tags = new Map(), keyArn }: Settings = {},
): LogGroup {
  if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name) || name.startsWith('aws/')) {
    throw invalidParameter(`Log group name '${name}' is not valid.`);
  }
  const groups = groupsOf(world, accountId, region);
  if (groups.has(name)) {
    throw new ServiceError('ResourceAlreadyExistsException', 'The specified log group already exists');
  }
  const group: LogGroup = {
    name,
    arn: `arn:${partitionOf(region)}:logs:${region}:${accountId}:log-group:${name}`,
    createdAt: world.clock.now(),
    logGroupClass,
    streams: new Map(),
    tags,
    retentionInDays: undefined,
    isDeletionProtected,
    keyArn,
    metricFilters: new Map(),
    subscriptionFilters: new Map(),
    dataProtection: undefined,
    transformer: undefined,
  };
  groups.set(name, group);
  return group;
}

/**
 * Finds a log group by name or ARN, with or without the ARN's `:*`.
 * @throws ServiceError `ResourceNotFoundException`
 */
export function findGroup(nameOrArn: string | undefined, { world, accountId, region }: Call): LogGroup {
  const groups = groupsOf(world, accountId, region);
  const arn = nameOrArn?.replace(/:\*$/, '');
  const group =
    groups.get(nameOrArn ?? '') ?? [...groups.values()].find((candidate) => candidate.arn === arn);
  if (group) return group;
  throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
}

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);
