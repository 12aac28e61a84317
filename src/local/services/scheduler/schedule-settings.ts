import type { CreateScheduleInput } from '@aws-sdk/client-scheduler';
import type { Call } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { parseRate } from './rate.ts';
import { validationError } from './scheduler-error.ts';
import type { ScheduleGroup, ScheduleSettings } from './store.ts';
import { checkedTarget } from './target.ts';

/** What CreateSchedule and UpdateSchedule have in common. */
export function readSettings(
  input: Omit<CreateScheduleInput, 'ClientToken'>,
  group: ScheduleGroup,
  call: Call,
): ScheduleSettings {
  refuseUnsupported(input, 'StartDate', 'EndDate', 'KmsKeyArn');
  checkFlexibleTimeWindow(input.FlexibleTimeWindow?.Mode);
  const expression = input.ScheduleExpression ?? '';
  const everyMs = parseRate(expression);
  if (!input.Target) throw validationError('Target is required.');
  return {
    expression,
    everyMs,
    isEnabled: readState(input.State),
    target: checkedTarget(input.Target, group, call),
    description: input.Description,
    timezone: input.ScheduleExpressionTimezone ?? 'UTC',
    actionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
  };
}

function checkFlexibleTimeWindow(mode: string | undefined) {
  if (mode === 'OFF') return;
  if (mode === 'FLEXIBLE') throw unsupported('the flexible time window of a schedule');
  throw validationError('FlexibleTimeWindow.Mode must be one of OFF, FLEXIBLE.');
}

function readState(state = 'ENABLED'): boolean {
  if (state !== 'ENABLED' && state !== 'DISABLED')
    throw validationError('State must be one of ENABLED, DISABLED.');
  return state === 'ENABLED';
}
