import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { createLogGroup } from './groups.ts';
import { addTags } from './tags.ts';

export const CreateLogGroup: Operation<CreateLogGroupRequest, void> = (input, call) => {
  refuseUnsupported(input, 'kmsKeyId');
  const tags = new Map<string, string>();
  addTags(tags, input.tags ?? {});
  createLogGroup(call.world, call.accountId, call.region, input.logGroupName ?? '', {
    tags,
    logGroupClass: input.logGroupClass ?? 'STANDARD',
    isDeletionProtected: input.deletionProtectionEnabled ?? false,
  });
};
