import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { arnOf } from '../iam/arn-of.ts';
import { checkKey } from './encryption.ts';
import { createLogGroup } from './groups.ts';
import { addTags } from './tags.ts';

export const CreateLogGroup: Operation<CreateLogGroupRequest, void> = (input, call) => {
  const tags = new Map<string, string>();
  addTags(tags, input.tags ?? {});
  const { kmsKeyId: keyArn } = input;
  if (keyArn) checkKey(keyArn, arnOf(call, 'logs', `log-group:${input.logGroupName}`), call);
  createLogGroup(call.world, call.accountId, call.region, input.logGroupName ?? '', {
    tags,
    logGroupClass: input.logGroupClass ?? 'STANDARD',
    isDeletionProtected: input.deletionProtectionEnabled ?? false,
    keyArn,
  });
};
