import { Aws } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import {
  apiCallPatterns,
  type EventPattern,
  guardDutyPattern,
  securityHubPattern,
} from '../policy/event-pattern.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { INFORMATIONAL_CALLS } from '../techniques/informational-calls.ts';
import type { Queues } from './queues.ts';

/** The rules on the account's default bus: AWS's own events arrive on no other. */
export function addRules(scope: Construct, { queue, deadLetterQueue }: Queues): readonly CfnRule[] {
  const addRule = (id: string, description: string, eventPattern: EventPattern) =>
    new CfnRule(scope, id, {
      description,
      eventPattern,
      targets: [
        {
          id: 'Queue',
          arn: queue.attrArn,
          deadLetterConfig: { arn: deadLetterQueue.attrArn },
          // EventBridge's own maximum, written down so that nobody has to know it.
          retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
        },
      ],
    });
  const calls = apiCallPatterns(TECHNIQUES, INFORMATIONAL_CALLS, Aws.ACCOUNT_ID);
  return [
    ...calls.map(({ eventSource, pattern }) =>
      addRule(ruleId(eventSource), `trailkeeper: calls to ${eventSource} that touch trails`, pattern),
    ),
    addRule(
      'GuardDutyFindings',
      'trailkeeper: GuardDuty findings about CloudTrail',
      guardDutyPattern(Aws.ACCOUNT_ID),
    ),
    addRule(
      'SecurityHubFindings',
      'trailkeeper: Security Hub findings about CloudTrail',
      securityHubPattern(Aws.ACCOUNT_ID),
    ),
  ];
}

/** `cloudtrail.amazonaws.com` → `CloudtrailCalls`. */
function ruleId(eventSource: string): string {
  const [service = ''] = eventSource.split('.');
  return `${service.charAt(0).toUpperCase()}${service.slice(1)}Calls`;
}
