import type { PutCompositeAlarmInput } from '@aws-sdk/client-cloudwatch';
import { unsupported } from '../../endpoint/unsupported.ts';
import { type AlarmRule, alarmRule } from './alarm-rule.ts';
import { missing, validation } from './invalid.ts';

/** What PutCompositeAlarm asked for, checked and with its defaults. */
export interface CompositeSettings {
  readonly rule: AlarmRule;
  readonly suppressor: Suppressor | undefined;
  /** The request itself, which DescribeAlarms gives back. */
  readonly input: PutCompositeAlarmInput;
  isActionsEnabled: boolean;
}

/** While this alarm is in ALARM, the composite's actions rest. */
interface Suppressor {
  readonly alarmName: string;
  /** How long the composite waits for the suppressor before it acts. */
  readonly waitSeconds: number;
  /** How long it waits after the suppressor. */
  readonly extensionSeconds: number;
}

/** @throws ServiceError `ValidationError`, `MissingParameter` */
export function compositeSettings(input: PutCompositeAlarmInput): CompositeSettings {
  if (!input.AlarmName) throw missing('AlarmName');
  if (!input.AlarmRule) throw missing('AlarmRule');
  const actions = [input.OKActions, input.AlarmActions, input.InsufficientDataActions].flat();
  const other = actions.find((action) => action !== undefined && !/^arn:[^:]+:sns:/.test(action));
  if (other) throw unsupported(`the alarm action ${other}`);
  return {
    rule: alarmRule(input.AlarmRule),
    suppressor: suppressorOf(input),
    input,
    isActionsEnabled: input.ActionsEnabled ?? true,
  };
}

function suppressorOf({
  ActionsSuppressor: reference,
  ActionsSuppressorWaitPeriod: waitSeconds,
  ActionsSuppressorExtensionPeriod: extensionSeconds,
}: PutCompositeAlarmInput): Suppressor | undefined {
  if (!reference) return undefined;
  if (waitSeconds === undefined || extensionSeconds === undefined) {
    throw validation('ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are required.');
  }
  const alarmName = reference.replace(/^arn:[^:]+:cloudwatch:[^:]*:\d*:alarm:/, '');
  return { alarmName, waitSeconds, extensionSeconds };
}
