import type {
  CreateOrganizationalUnitRequest,
  CreateOrganizationalUnitResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { describedUnit } from './describe.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { attachFullAccess } from './policies.ts';
import { randomId } from './random-id.ts';
import { parentOf, pathTo } from './targets.ts';

const MAX_DEPTH = 5;

export const CreateOrganizationalUnit: Operation<
  CreateOrganizationalUnitRequest,
  CreateOrganizationalUnitResponse
> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const organization = managedOrganization(call);
  const { id: parentId } = parentOf(organization, input.ParentId);
  const name = input.Name ?? '';
  if ([...organization.units.values()].some((unit) => unit.parentId === parentId && unit.name === name)) {
    throw new ServiceError(
      'DuplicateOrganizationalUnitException',
      'An OU with the same name already exists.',
    );
  }
  // The path begins with the root.
  if (pathTo(organization, parentId).length > MAX_DEPTH) {
    throw constraintViolation('You exceeded the OU depth limit.');
  }
  const unit = { id: randomId(`ou-${organization.rootId.slice(2)}-`, 8), name, parentId };
  organization.units.set(unit.id, unit);
  attachFullAccess(organization, unit.id);
  return { OrganizationalUnit: describedUnit(organization, unit) };
};
