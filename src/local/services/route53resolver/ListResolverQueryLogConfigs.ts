import type { Operation } from '../../endpoint/operation.ts';
import { describeConfig, queryLoggingOf } from './query-log-config.ts';
import { type Search, search } from './search.ts';

const FILTERS = [
  'Arn',
  'AssociationCount',
  'CreationTime',
  'CreatorRequestId',
  'DestinationArn',
  'Id',
  'Name',
  'OwnerId',
  'ShareStatus',
  'Status',
];

export const ListResolverQueryLogConfigs: Operation<Search, object> = (input, call) => {
  const configs = [...queryLoggingOf(call).configs.values()];
  const described = configs.map((config) => describeConfig(config, 'CREATED', call));
  const { items, ...found } = search(described, input, FILTERS);
  return { ...found, ResolverQueryLogConfigs: items };
};
