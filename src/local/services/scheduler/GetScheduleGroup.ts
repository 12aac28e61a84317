import type { GetScheduleGroupInput, GetScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { requireGroup } from './store.ts';

export const GetScheduleGroup: Operation<GetScheduleGroupInput, GetScheduleGroupOutput> = (input, call) => {
  const { arn, name, createdAt } = requireGroup(call, input.Name);
  return {
    Arn: arn,
    Name: name,
    State: 'ACTIVE',
    CreationDate: new Date(createdAt),
    LastModificationDate: new Date(createdAt),
  };
};
