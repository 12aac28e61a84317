import type {
  DescribeOrganizationalUnitRequest,
  DescribeOrganizationalUnitResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedUnit } from './describe.ts';
import { notFound } from './errors.ts';
import { readableOrganization } from './membership.ts';

export const DescribeOrganizationalUnit: Operation<
  DescribeOrganizationalUnitRequest,
  DescribeOrganizationalUnitResponse
> = (input, call) => {
  const organization = readableOrganization(call);
  const unit = organization.units.get(input.OrganizationalUnitId ?? '');
  if (!unit) throw notFound('OrganizationalUnit', "You specified an organizational unit that doesn't exist.");
  return { OrganizationalUnit: describedUnit(organization, unit) };
};
