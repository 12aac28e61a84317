import type { ListAccessKeysRequest, ListAccessKeysResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { accessKeysOfUser } from './access-keys.ts';
import { listPage } from './list.ts';
import { namedOrCallingUser } from './named-user.ts';

export const ListAccessKeys: Operation<ListAccessKeysRequest, ListAccessKeysResponse> = (input, call) => {
  const user = namedOrCallingUser(input.UserName, call);
  const { items, more } = listPage(accessKeysOfUser(call.world, user.id), input);
  const AccessKeyMetadata = items.map(({ accessKeyId, createdAt }) => ({
    UserName: user.name,
    AccessKeyId: accessKeyId,
    Status: 'Active' as const,
    CreateDate: new Date(createdAt),
  }));
  return { AccessKeyMetadata, ...more };
};
