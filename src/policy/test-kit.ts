import { compilePattern } from '../local/services/events/pattern/compile.ts';
import { matchesPattern } from '../local/services/events/pattern/match.ts';
import type { EventPattern, OwnNames } from './event-pattern.ts';

export const ACCOUNT = '111122223333';

/** A guard whose stack is `trailkeeper`. */
export const OWN: OwnNames = {
  accountId: ACCOUNT,
  partName: 'trailkeeper',
  roleArn: `arn:aws:iam::${ACCOUNT}:role/trailkeeper-FunctionRole-EXAMPLE`,
};

/** Whether EventBridge would hand the event on: the embedded AWS's own matcher, which refuses what EventBridge refuses. */
export const matches = (pattern: EventPattern, event: object): boolean =>
  matchesPattern(compilePattern(JSON.stringify(pattern)), event);
