import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { defaultVpcId } from '../ec2/default-vpc.ts';
import {
  associationsOf,
  describeAssociation,
  findConfig,
  notFound,
  queryLoggingOf,
} from './query-log-config.ts';
import { resolverId } from './resolver-id.ts';

interface Input {
  readonly ResolverQueryLogConfigId: string;
  readonly ResourceId: string;
}

export const AssociateResolverQueryLogConfig: Operation<Input, object> = (input, call) => {
  const { ResolverQueryLogConfigId, ResourceId } = input;
  const config = findConfig(ResolverQueryLogConfigId, call);
  if (ResourceId !== defaultVpcId(call)) throw notFound(`The VPC ${ResourceId} does not exist.`);
  if (associationsOf(config, call).some((association) => association.ResourceId === ResourceId)) {
    throw new ServiceError(
      'ResourceExistsException',
      `The VPC ${ResourceId} is already associated with ${ResolverQueryLogConfigId}.`,
    );
  }
  const association = {
    Id: resolverId('rqlca'),
    ResolverQueryLogConfigId,
    ResourceId,
    CreationTime: new Date(call.world.clock.now()).toISOString(),
  };
  queryLoggingOf(call).associations.set(association.Id, association);
  return { ResolverQueryLogConfigAssociation: describeAssociation(association, 'CREATING') };
};
