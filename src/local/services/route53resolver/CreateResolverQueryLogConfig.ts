import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { describeConfig, invalidParameter, type QueryLogConfig, queryLoggingOf } from './query-log-config.ts';
import { resolverId } from './resolver-id.ts';

interface Input {
  readonly Name: string;
  readonly DestinationArn: string;
  readonly CreatorRequestId: string;
  readonly Tags?: readonly object[];
}

/** Says where queries are to be logged to. Nobody asks for names here, so nothing is ever logged. */
export const CreateResolverQueryLogConfig: Operation<Input, object> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  check(input);
  const { configs } = queryLoggingOf(call);
  if ([...configs.values()].some(({ CreatorRequestId }) => CreatorRequestId === input.CreatorRequestId)) {
    throw new ServiceError(
      'ResourceExistsException',
      `A query logging configuration with the creator request ID ${input.CreatorRequestId} already exists.`,
    );
  }
  const config = newConfig(input, call);
  configs.set(config.Id, config);
  return { ResolverQueryLogConfig: describeConfig(config, 'CREATING', call) };
};

const NAME = /^(?!\d+$)[\w '-]{1,64}$/;
const DESTINATION = /^arn:[\w-]+:(s3|logs|firehose):/;

function check({ Name, DestinationArn }: Input): void {
  if (!NAME.test(Name)) throw invalidParameter(`The name is not valid: ${Name}.`);
  if (!DESTINATION.test(DestinationArn)) {
    throw invalidParameter(`The destination ARN is not valid: ${DestinationArn}.`);
  }
}

function newConfig(
  { Name, DestinationArn, CreatorRequestId }: Input,
  { world, partition, region, accountId }: Call,
): QueryLogConfig {
  const Id = resolverId('rqlc');
  return {
    Id,
    Arn: `arn:${partition}:route53resolver:${region}:${accountId}:resolver-query-log-config/${Id}`,
    OwnerId: accountId,
    Name,
    DestinationArn,
    CreatorRequestId,
    CreationTime: new Date(world.clock.now()).toISOString(),
  };
}
