import type { DeleteOrganizationalUnitRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { notFound } from './errors.ts';
import { managedOrganization } from './membership.ts';

export const DeleteOrganizationalUnit: Operation<DeleteOrganizationalUnitRequest, object> = (input, call) => {
  const { units, accounts, attachments } = managedOrganization(call);
  const unit = units.get(input.OrganizationalUnitId ?? '');
  if (!unit) throw notFound('OrganizationalUnit', "You specified an organizational unit that doesn't exist.");
  if ([...units.values(), ...accounts.values()].some(({ parentId }) => parentId === unit.id)) {
    throw new ServiceError('OrganizationalUnitNotEmptyException', 'The specified OU is not empty.');
  }
  units.delete(unit.id);
  attachments.delete(unit.id);
  return {};
};
