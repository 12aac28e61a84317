import type {
  ListAWSServiceAccessForOrganizationRequest,
  ListAWSServiceAccessForOrganizationResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';

export const ListAWSServiceAccessForOrganization: Operation<
  ListAWSServiceAccessForOrganizationRequest,
  ListAWSServiceAccessForOrganizationResponse
> = (input, call) => {
  const { items, nextToken } = listPage([...readableOrganization(call).serviceAccess], input);
  return {
    EnabledServicePrincipals: items.map(([ServicePrincipal, { enabledAt }]) => ({
      ServicePrincipal,
      DateEnabled: new Date(enabledAt),
    })),
    NextToken: nextToken,
  };
};
