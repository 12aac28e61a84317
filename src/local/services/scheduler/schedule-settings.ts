import type { CreateScheduleInput, FlexibleTimeWindow } from '@aws-sdk/client-scheduler';
import type { Call } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { parseExpression } from './expression.ts';
import { validationError } from './scheduler-error.ts';
import type { ScheduleGroup, ScheduleSettings } from './store.ts';
import { checkedTarget } from './target.ts';

/** What CreateSchedule and UpdateSchedule have in common. */
export function readSettings(
  input: Omit<CreateScheduleInput, 'ClientToken'>,
  group: ScheduleGroup,
  call: Call,
): ScheduleSettings {
  refuseUnsupported(input, 'KmsKeyArn');
  const { ScheduleExpression: expression = '', ScheduleExpressionTimezone: timezone = 'UTC' } = input;
  const windowMinutes = windowOf(input.FlexibleTimeWindow);
  const timing = parseExpression(expression, timezone);
  if (!input.Target) throw validationError('Target is required.');
  return {
    expression,
    timing,
    ...datesOf(input),
    windowMinutes,
    isEnabled: readState(input.State),
    target: checkedTarget(input.Target, group, call),
    description: input.Description,
    timezone,
    actionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
  };
}

function datesOf({
  StartDate: startDate,
  EndDate: endDate,
}: Pick<CreateScheduleInput, 'StartDate' | 'EndDate'>) {
  if (startDate && endDate && startDate >= endDate)
    throw validationError('StartDate must be before EndDate.');
  return { startDate, endDate };
}

/** @returns minutes; undefined without a window */
function windowOf({ Mode: mode, MaximumWindowInMinutes: minutes }: Partial<FlexibleTimeWindow> = {}) {
  if (mode === 'OFF') return undefined;
  if (mode !== 'FLEXIBLE') throw validationError('FlexibleTimeWindow.Mode must be one of OFF, FLEXIBLE.');
  if (minutes !== undefined && Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return minutes;
  throw validationError('MaximumWindowInMinutes must be between 1 and 1440.');
}

function readState(state = 'ENABLED'): boolean {
  if (state !== 'ENABLED' && state !== 'DISABLED')
    throw validationError('State must be one of ENABLED, DISABLED.');
  return state === 'ENABLED';
}
