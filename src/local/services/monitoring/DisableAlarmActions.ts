import type { DisableAlarmActionsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { enableActions } from './enable-actions.ts';

export const DisableAlarmActions: Operation<DisableAlarmActionsInput, void> = ({ AlarmNames = [] }, call) =>
  enableActions(AlarmNames, false, call);
