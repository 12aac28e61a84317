import type { AssociateKmsKeyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { checkKey } from './encryption.ts';
import { findGroup, invalidParameter } from './groups.ts';

/** Encrypts what comes from now on; what is there keeps the key it came under. */
export const AssociateKmsKey: Operation<AssociateKmsKeyRequest, void> = (input, call) => {
  const group = findGroup(groupOf(input), call);
  checkKey(input.kmsKeyId ?? '', group.arn, call);
  group.keyArn = input.kmsKeyId;
};

/** A group by its name, or by its ARN as a resource. */
export function groupOf({
  logGroupName,
  resourceIdentifier,
}: Pick<AssociateKmsKeyRequest, 'logGroupName' | 'resourceIdentifier'>): string {
  if ((logGroupName === undefined) === (resourceIdentifier === undefined)) {
    throw invalidParameter('Either logGroupName or resourceIdentifier must be given.');
  }
  if (resourceIdentifier?.includes(':query-result:')) throw unsupported('keys of query results');
  return logGroupName ?? resourceIdentifier ?? '';
}
