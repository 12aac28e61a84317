import type { Operation } from '../../endpoint/operation.ts';
import { describeAssociation, queryLoggingOf } from './query-log-config.ts';
import { type Search, search } from './search.ts';

const FILTERS = ['CreationTime', 'Error', 'Id', 'ResolverQueryLogConfigId', 'ResourceId', 'Status'];

export const ListResolverQueryLogConfigAssociations: Operation<Search, object> = (input, call) => {
  const associations = [...queryLoggingOf(call).associations.values()];
  const described = associations.map((association) => describeAssociation(association, 'ACTIVE'));
  const { items, ...found } = search(described, input, FILTERS);
  return { ...found, ResolverQueryLogConfigAssociations: items };
};
