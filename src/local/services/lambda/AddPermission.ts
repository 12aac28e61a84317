import type { AddPermissionRequest, AddPermissionResponse } from '@aws-sdk/client-lambda';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findFunction } from './find-function.ts';
import { conflict, invalidParameter } from './lambda-error.ts';
import { policyOf } from './permission.ts';
import type { LambdaFunction } from './store.ts';

const MAX_POLICY_BYTES = 20 * 1024;

export const AddPermission: Operation<AddPermissionRequest, AddPermissionResponse> = (input, call) => {
  refuseUnsupported(
    input,
    'FunctionUrlAuthType',
    'InvokedViaFunctionUrl',
    'EventSourceToken',
    'PrincipalOrgID',
    'RevisionId',
  );
  const fn = findFunction(input.FunctionName, call, input.Qualifier);
  const { StatementId: id = '', Action = '' } = input;
  if (!/^[\w-]{1,100}$/.test(id)) throw validation('statementId', id);
  if (!/^(lambda:([A-Za-z]+|\*)|\*)$/.test(Action)) throw validation('action', Action);
  if (fn.permissions.has(id)) {
    throw conflict(
      `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  }
  const statement = JSON.stringify(statementOf(input, fn, call));
  checkSize(fn, statement);
  fn.permissions.set(id, statement);
  return { Statement: statement };
};

const validation = (member: string, value: string) =>
  new ServiceError('ValidationException', `Value '${value}' at '${member}' is not valid.`);

function statementOf(input: AddPermissionRequest, fn: LambdaFunction, call: Call) {
  const { StatementId, Action, Principal = '', SourceArn, SourceAccount } = input;
  const condition = {
    ...(SourceAccount && { StringEquals: { 'AWS:SourceAccount': SourceAccount } }),
    ...(SourceArn && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
  };
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: principalOf(Principal, call),
    Action,
    Resource: fn.arn,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

function principalOf(principal: string, { partition }: Call) {
  if (principal === '*') return '*';
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:${partition}:iam::${principal}:root` };
  if (/^arn:[^:]+:(iam|sts)::\d{12}:./.test(principal)) return { AWS: principal };
  if (/^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) return { Service: principal };
  throw invalidParameter('The provided principal was invalid. Please check the principal and try again.');
}

function checkSize(fn: LambdaFunction, statement: string): void {
  const bytes = Buffer.byteLength(policyOf(fn) ?? '') + Buffer.byteLength(statement);
  if (bytes <= MAX_POLICY_BYTES) return;
  throw new ServiceError(
    'PolicyLengthExceededException',
    `The final policy size (${bytes}) is bigger than the limit (${MAX_POLICY_BYTES}).`,
  );
}
