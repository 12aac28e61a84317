import type { CreateAccessKeyRequest, CreateAccessKeyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessKeysOfUser, issueKey } from './access-keys.ts';
import { namedOrCallingUser } from './named-user.ts';

const MAX_KEYS = 2;

export const CreateAccessKey: Operation<CreateAccessKeyRequest, CreateAccessKeyResponse> = (input, call) => {
  const { world, accountId } = call;
  const user = namedOrCallingUser(input.UserName, call);
  if (accessKeysOfUser(world, user.id).length >= MAX_KEYS) {
    throw new ServiceError(
      'LimitExceededException',
      `Cannot exceed quota for AccessKeysPerUser: ${MAX_KEYS}`,
      409,
    );
  }
  const key = issueKey(world, { accountId, owner: { type: 'user', name: user.name, id: user.id } });
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: key.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      Status: 'Active',
      CreateDate: new Date(key.createdAt),
    },
  };
};
