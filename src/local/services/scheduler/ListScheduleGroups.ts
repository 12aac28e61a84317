import type { ListScheduleGroupsInput, ListScheduleGroupsOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { groupsOf } from './store.ts';

export const ListScheduleGroups: Operation<ListScheduleGroupsInput, ListScheduleGroupsOutput> = (
  { NamePrefix = '', MaxResults: limit = 100, NextToken: token },
  call,
) => {
  const matching = [...groupsOf(call).values()].filter(({ name }) => name.startsWith(NamePrefix));
  const { items, nextToken } = page(matching, { limit, token, badTokenCode: 'ValidationException' });
  const ScheduleGroups = items.map(({ arn, name, createdAt }) => ({
    Arn: arn,
    Name: name,
    State: 'ACTIVE' as const,
    CreationDate: new Date(createdAt),
    LastModificationDate: new Date(createdAt),
  }));
  return { ScheduleGroups, NextToken: nextToken };
};
