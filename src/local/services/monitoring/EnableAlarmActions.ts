import type { EnableAlarmActionsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { enableActions } from './enable-actions.ts';

export const EnableAlarmActions: Operation<EnableAlarmActionsInput, void> = ({ AlarmNames = [] }, call) =>
  enableActions(AlarmNames, true, call);
