import type { ListSchedulesInput, ListSchedulesOutput, ScheduleSummary } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { groupsOf, requireGroup, type Schedule } from './store.ts';

export const ListSchedules: Operation<ListSchedulesInput, ListSchedulesOutput> = (input, call) => {
  const groups = input.GroupName ? [requireGroup(call, input.GroupName)] : [...groupsOf(call).values()];
  const summaries = groups
    .flatMap((group) => [...group.schedules.values()])
    .map(toSummary)
    .filter(
      ({ Name = '', State }) =>
        Name.startsWith(input.NamePrefix ?? '') && (!input.State || State === input.State),
    );
  const { items, nextToken } = page(summaries, {
    limit: input.MaxResults ?? 100,
    token: input.NextToken,
    badTokenCode: 'ValidationException',
  });
  return { Schedules: items, NextToken: nextToken };
};

const toSummary = ({ arn, name, group, settings, createdAt, modifiedAt }: Schedule): ScheduleSummary => ({
  Arn: arn,
  Name: name,
  GroupName: group.name,
  State: settings.isEnabled ? 'ENABLED' : 'DISABLED',
  Target: { Arn: settings.target.Arn },
  CreationDate: new Date(createdAt),
  LastModificationDate: new Date(modifiedAt),
});
