import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedUser } from './describe.ts';
import { namedOrCallingUser } from './named-user.ts';

export const GetUser: Operation<GetUserRequest, GetUserResponse> = (input, call) => ({
  User: describedUser(namedOrCallingUser(input.UserName, call)),
});
