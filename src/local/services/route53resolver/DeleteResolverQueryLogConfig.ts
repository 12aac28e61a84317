import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { associationsOf, describeConfig, findConfig, queryLoggingOf } from './query-log-config.ts';

interface Input {
  readonly ResolverQueryLogConfigId: string;
}

/**
 * A configuration that still logs a VPC cannot be deleted.
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_DeleteResolverQueryLogConfig.html
 */
export const DeleteResolverQueryLogConfig: Operation<Input, object> = (input, call) => {
  const config = findConfig(input.ResolverQueryLogConfigId, call);
  if (associationsOf(config, call).length > 0) {
    throw new ServiceError(
      'InvalidRequestException',
      'Cannot delete the query logging configuration because it is associated with at least one VPC.',
    );
  }
  queryLoggingOf(call).configs.delete(config.Id);
  return { ResolverQueryLogConfig: describeConfig(config, 'DELETING', call) };
};
