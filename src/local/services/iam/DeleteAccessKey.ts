import type { DeleteAccessKeyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { accessKeysOf, accessKeysOfUser } from './access-keys.ts';
import { namedOrCallingUser } from './named-user.ts';
import { noSuchEntity } from './store.ts';

export const DeleteAccessKey: Operation<DeleteAccessKeyRequest, void> = (
  { UserName, AccessKeyId = '' },
  call,
) => {
  const user = namedOrCallingUser(UserName, call);
  const isOfUser = accessKeysOfUser(call.world, user.id).some(
    ({ accessKeyId }) => accessKeyId === AccessKeyId,
  );
  if (!isOfUser) throw noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`);
  accessKeysOf(call.world).byId.delete(AccessKeyId);
};
