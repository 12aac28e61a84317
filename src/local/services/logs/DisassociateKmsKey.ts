import type { DisassociateKmsKeyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { groupOf } from './AssociateKmsKey.ts';
import { findGroup } from './groups.ts';

export const DisassociateKmsKey: Operation<DisassociateKmsKeyRequest, void> = (input, call) => {
  findGroup(groupOf(input), call).keyArn = undefined;
};
