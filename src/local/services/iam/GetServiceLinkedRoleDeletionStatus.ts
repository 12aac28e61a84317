import type {
  GetServiceLinkedRoleDeletionStatusRequest,
  GetServiceLinkedRoleDeletionStatusResponse,
} from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { iamAccount, noSuchEntity } from './store.ts';

export const GetServiceLinkedRoleDeletionStatus: Operation<
  GetServiceLinkedRoleDeletionStatusRequest,
  GetServiceLinkedRoleDeletionStatusResponse
> = ({ DeletionTaskId = '' }, { world, accountId }) => {
  if (iamAccount(world, accountId).deletionTasks.has(DeletionTaskId)) return { Status: 'SUCCEEDED' };
  throw noSuchEntity(`The deletion task ${DeletionTaskId} cannot be found.`);
};
