import type { Caller } from '../../endpoint/caller.ts';
import type { Call } from '../../endpoint/operation.ts';
import { organizationOf } from '../organizations/store.ts';
import type { Principal } from './resource-policy.ts';

/** A caller as the policies of resources name him. */
export const principalOf = (caller: Caller): Principal =>
  caller.invokedBy && caller.type === 'AWSService'
    ? { service: caller.invokedBy }
    : {
        arn: caller.role?.arn ?? caller.arn,
        accountId: caller.accountId,
        ...(caller.role && { sessionArn: caller.arn }),
      };

/** The condition keys of a call, for resource policies. */
export function contextOf({ world, caller, sourceIp, region }: Call): Map<string, string> {
  const organization = organizationOf(world, caller.accountId);
  return new Map([
    ['aws:PrincipalArn', caller.role?.arn ?? caller.arn],
    ['aws:PrincipalAccount', caller.accountId],
    ['aws:PrincipalIsAWSService', String(caller.type === 'AWSService')],
    ['aws:RequestedRegion', region],
    ['aws:SecureTransport', 'true'],
    ['aws:SourceIp', sourceIp],
    ['aws:userid', caller.principalId],
    ...(caller.userName ? [['aws:username', caller.userName] as const] : []),
    ...(organization ? [['aws:PrincipalOrgID', organization.id] as const] : []),
  ]);
}
