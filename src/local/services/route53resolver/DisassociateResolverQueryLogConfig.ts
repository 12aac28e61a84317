import type { Operation } from '../../endpoint/operation.ts';
import {
  associationsOf,
  describeAssociation,
  findConfig,
  notFound,
  queryLoggingOf,
} from './query-log-config.ts';

interface Input {
  readonly ResolverQueryLogConfigId: string;
  readonly ResourceId: string;
}

/** The VPC's queries are logged no more. */
export const DisassociateResolverQueryLogConfig: Operation<Input, object> = (input, call) => {
  const config = findConfig(input.ResolverQueryLogConfigId, call);
  const association = associationsOf(config, call).find(({ ResourceId }) => ResourceId === input.ResourceId);
  if (!association) throw notFound(`The VPC ${input.ResourceId} is not associated with ${config.Id}.`);
  queryLoggingOf(call).associations.delete(association.Id);
  return { ResolverQueryLogConfigAssociation: describeAssociation(association, 'DELETING') };
};
