import type { CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { CreateRole } from './CreateRole.ts';
import { linkedRoleName } from './service-linked-roles.ts';
import { iamAccount } from './store.ts';

export const CreateServiceLinkedRole: Operation<
  CreateServiceLinkedRoleRequest,
  CreateServiceLinkedRoleResponse
> = ({ AWSServiceName: service = '', Description, CustomSuffix }, call) => {
  const name = linkedRoleName(service);
  if (!name) throw unsupported(`a service-linked role for ${service}`);
  if (CustomSuffix) throw invalidInput(`Custom suffix is not allowed for ${service}`);
  if (iamAccount(call.world, call.accountId).roles.has(name)) {
    throw invalidInput(
      `Service role name ${name} has been taken in this account, please try a different suffix.`,
    );
  }
  const path = `/aws-service-role/${service}/`;
  return CreateRole(
    { RoleName: name, Path: path, AssumeRolePolicyDocument: trustPolicyFor(service), Description },
    call,
  );
};

const trustPolicyFor = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
  });

const invalidInput = (message: string) => new ServiceError('InvalidInputException', message);
