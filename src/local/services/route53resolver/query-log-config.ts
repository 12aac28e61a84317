import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** Where the DNS queries of some VPCs are logged to. The members that never change have AWS's names. */
export interface QueryLogConfig {
  readonly Id: string;
  readonly Arn: string;
  readonly OwnerId: string;
  readonly Name: string;
  readonly DestinationArn: string;
  readonly CreatorRequestId: string;
  readonly CreationTime: string;
}

/** A VPC whose queries are logged by a configuration. */
export interface QueryLogConfigAssociation {
  readonly Id: string;
  readonly ResolverQueryLogConfigId: string;
  readonly ResourceId: string;
  readonly CreationTime: string;
}

/** What one account has in a Region. */
interface QueryLogging {
  /** By id. */
  readonly configs: Map<string, QueryLogConfig>;
  /** By id. */
  readonly associations: Map<string, QueryLogConfigAssociation>;
}

const store = {
  name: 'route53resolver.query-logging',
  create: (): QueryLogging => ({ configs: new Map(), associations: new Map() }),
};

export const queryLoggingOf = ({ world, accountId, region }: Call): QueryLogging =>
  world.store(store, accountId, region);

/** @throws ServiceError `ResourceNotFoundException` */
export function findConfig(id: string, call: Call): QueryLogConfig {
  const config = queryLoggingOf(call).configs.get(id);
  if (config) return config;
  throw notFound(`The specified query logging configuration doesn't exist: ${id}.`);
}

/** The VPCs that a configuration logs. */
export const associationsOf = ({ Id }: QueryLogConfig, call: Call): readonly QueryLogConfigAssociation[] =>
  [...queryLoggingOf(call).associations.values()].filter(
    ({ ResolverQueryLogConfigId }) => ResolverQueryLogConfigId === Id,
  );

type ConfigStatus = 'CREATING' | 'CREATED' | 'DELETING';

/** Nothing is shared with other accounts here. */
export const describeConfig = (config: QueryLogConfig, Status: ConfigStatus, call: Call) => ({
  ...config,
  Status,
  ShareStatus: 'NOT_SHARED',
  AssociationCount: associationsOf(config, call).length,
});

type AssociationStatus = 'CREATING' | 'ACTIVE' | 'DELETING';

export const describeAssociation = (association: QueryLogConfigAssociation, Status: AssociationStatus) => ({
  ...association,
  Status,
  Error: 'NONE',
});

export const notFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message);

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);
