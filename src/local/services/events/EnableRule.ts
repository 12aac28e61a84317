import type { EnableRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireRule } from './store.ts';

export const EnableRule: Operation<EnableRuleRequest, object> = (input, call) => {
  requireRule(call, { ...input, name: input.Name }).state = 'ENABLED';
  return {};
};
