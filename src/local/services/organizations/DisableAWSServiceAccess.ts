import type { DisableAWSServiceAccessRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { administratorsOf } from './delegation.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { servicePrincipalOf } from './service-principals.ts';

/**
 * CloudTrail's organization trails become trails of the management account alone.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html
 */
export const DisableAWSServiceAccess: Operation<DisableAWSServiceAccessRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const principal = servicePrincipalOf(input.ServicePrincipal);
  if (administratorsOf(organization, principal).length > 0) {
    throw constraintViolation(
      'You must deregister all delegated administrators before you disable access for this service.',
    );
  }
  organization.serviceAccess.delete(principal);
  return {};
};
