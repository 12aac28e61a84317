import type { GetScheduleInput, GetScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { requireSchedule } from './store.ts';

export const GetSchedule: Operation<GetScheduleInput, GetScheduleOutput> = (input, call) => {
  const { settings, ...schedule } = requireSchedule(call, input.GroupName, input.Name);
  return {
    Arn: schedule.arn,
    GroupName: schedule.group.name,
    Name: schedule.name,
    ScheduleExpression: settings.expression,
    ScheduleExpressionTimezone: settings.timezone,
    State: settings.isEnabled ? 'ENABLED' : 'DISABLED',
    Description: settings.description,
    Target: settings.target,
    FlexibleTimeWindow:
      settings.windowMinutes === undefined
        ? { Mode: 'OFF' }
        : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: settings.windowMinutes },
    StartDate: settings.startDate,
    EndDate: settings.endDate,
    ActionAfterCompletion: settings.actionAfterCompletion,
    CreationDate: new Date(schedule.createdAt),
    LastModificationDate: new Date(schedule.modifiedAt),
  };
};
