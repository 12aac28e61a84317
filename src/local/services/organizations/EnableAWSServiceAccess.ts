import type { EnableAWSServiceAccessRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { randomId } from './random-id.ts';
import { servicePrincipalOf } from './service-principals.ts';

/** To enable what is enabled changes nothing; to enable it again brings nothing back of what was lost. */
export const EnableAWSServiceAccess: Operation<EnableAWSServiceAccessRequest, object> = (input, call) => {
  const { featureSet, serviceAccess } = managedOrganization(call);
  const principal = servicePrincipalOf(input.ServicePrincipal);
  if (featureSet !== 'ALL') {
    throw constraintViolation('The organization must have all features enabled for this operation.');
  }
  if (!serviceAccess.has(principal)) {
    serviceAccess.set(principal, { id: randomId('access-', 12), enabledAt: call.world.clock.now() });
  }
  return {};
};
