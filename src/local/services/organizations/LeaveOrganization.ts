import type { Operation } from '../../endpoint/operation.ts';
import { removeMember } from './leave.ts';
import { joinedOrganization } from './membership.ts';

export const LeaveOrganization: Operation<object, object> = (_input, call) => {
  removeMember(call.world, joinedOrganization(call), call.accountId);
  return {};
};
