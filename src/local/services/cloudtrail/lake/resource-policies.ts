import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { findChannel } from './channel.ts';
import { findEventDataStore } from './find-event-data-store.ts';

const store = { name: 'cloudtrail.resource-policies', create: () => new Map<string, string>() };

/** Policies of event data stores and channels, by ARN. They are kept, and asked by nobody. */
export const resourcePoliciesOf = ({ world, accountId, region }: Call): Map<string, string> =>
  world.store(store, accountId, region);

/** @throws ServiceError `ResourceNotFoundException`, `ResourceTypeNotSupportedException`, `ResourceARNNotValidException` */
export function policyResource(arn: string | undefined, call: Call): string {
  const [, kind] = /:cloudtrail:[^:]+:\d{12}:(\w+)\//.exec(arn ?? '') ?? [];
  if (!kind) throw new ServiceError('ResourceARNNotValidException', `${arn} is not a valid ARN.`);
  const find = finders.get(kind);
  if (!find) throw new ServiceError('ResourceTypeNotSupportedException', `A ${kind} has no policy here.`);
  try {
    return find(arn, call).arn;
  } catch {
    throw new ServiceError('ResourceNotFoundException', `Resource ${arn} is not found.`);
  }
}

const finders = new Map<string, (arn: string | undefined, call: Call) => { readonly arn: string }>([
  ['channel', findChannel],
  ['eventdatastore', findEventDataStore],
]);

/** @throws ServiceError `ResourcePolicyNotFoundException` */
export function resourcePolicyOf(arn: string, call: Call): string {
  const policy = resourcePoliciesOf(call).get(arn);
  if (policy !== undefined) return policy;
  throw new ServiceError('ResourcePolicyNotFoundException', `Resource ${arn} has no policy.`);
}
