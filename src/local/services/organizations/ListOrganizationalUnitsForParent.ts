import type {
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedUnit } from './describe.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { parentOf } from './targets.ts';

export const ListOrganizationalUnitsForParent: Operation<
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse
> = (input, call) => {
  const organization = readableOrganization(call);
  const { id } = parentOf(organization, input.ParentId);
  const units = [...organization.units.values()].filter(({ parentId }) => parentId === id);
  const { items, nextToken } = listPage(units, input);
  return {
    OrganizationalUnits: items.map((unit) => describedUnit(organization, unit)),
    NextToken: nextToken,
  };
};
