import { randomInt } from 'node:crypto';
import type { CreateAccountRequest, CreateAccountResponse } from '@aws-sdk/client-organizations';
import { dispatch } from '../../endpoint/dispatch.ts';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { createAccountStatus } from './create-account-status.ts';
import { managedOrganization } from './membership.ts';
import { newAccount } from './new-account.ts';
import { randomId } from './random-id.ts';
import { organizationsOf } from './store.ts';

/** Makes a member account with a role in it that the management account may become. */
export const CreateAccount: Operation<CreateAccountRequest, CreateAccountResponse> = async (input, call) => {
  refuseUnsupported(input, 'Tags', 'IamUserAccessToBilling');
  const organization = managedOrganization(call);
  const { AccountName: name = '', Email: email = '' } = input;
  const accountId = String(randomInt(100_000_000_000, 999_999_999_999));
  const now = call.world.clock.now();
  newAccount(organization, { id: accountId, name, email, joinedMethod: 'CREATED', joinedAt: now });
  await makeRole(accountId, input.RoleName ?? 'OrganizationAccountAccessRole', call);
  const request = { id: randomId('car-', 16), accountId, accountName: name, requestedAt: now };
  organizationsOf(call.world).accountRequests.set(request.id, request);
  return {
    CreateAccountStatus: {
      ...createAccountStatus(request),
      State: 'IN_PROGRESS',
      CompletedTimestamp: undefined,
    },
  };
};

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html */
async function makeRole(accountId: string, RoleName: string, call: Call): Promise<void> {
  const caller = {
    type: 'AWSService',
    accountId,
    arn: '',
    principalId: '',
    accessKeyId: '',
    invokedBy: 'organizations.amazonaws.com',
  } as const;
  const send = (operation: string, input: object) =>
    dispatch({ service: 'iam', operation, input, call: { ...call, accountId, caller } });
  await send('CreateRole', { RoleName, AssumeRolePolicyDocument: trustPolicy(call) });
  await send('PutRolePolicy', { RoleName, PolicyName: 'AdministratorAccess', PolicyDocument: ADMINISTRATOR });
}

const trustPolicy = ({ partition, accountId }: Call) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: 'sts:AssumeRole',
      },
    ],
  });

const ADMINISTRATOR = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
