import type { EvaluationResult } from '@aws-sdk/client-config-service';
import { putOnBus } from '../events/bus.ts';
import type { RulePlace } from './evaluate-rule.ts';
import type { Rule } from './store.ts';

interface Change {
  /** Absent when a resource is judged for the first time. */
  readonly before: EvaluationResult | undefined;
  readonly after: EvaluationResult;
}

/**
 * Tells EventBridge that a resource keeps a rule now, or no longer. Such events come whether or not a trail logs.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/example-config-rule-compliance-notification.html
 */
export function sendComplianceChange(rule: Rule, { before, after }: Change, place: RulePlace): void {
  const { world, accountId, region } = place;
  const resource = after.EvaluationResultIdentifier?.EvaluationResultQualifier;
  const now = new Date(world.clock.now()).toISOString();
  putOnBus(world, accountId, region, {
    'detail-type': 'Config Rules Compliance Change',
    source: 'aws.config',
    account: accountId,
    time: `${now.slice(0, 19)}Z`,
    region,
    resources: [],
    detail: {
      resourceId: resource?.ResourceId,
      awsRegion: region,
      awsAccountId: accountId,
      configRuleName: rule.definition.ConfigRuleName,
      recordVersion: '1.0',
      configRuleARN: rule.definition.ConfigRuleArn,
      messageType: 'ComplianceChangeNotification',
      newEvaluationResult: toldResult(after),
      ...(before && { oldEvaluationResult: toldResult(before) }),
      notificationCreationTime: now,
      resourceType: resource?.ResourceType,
    },
  });
}

/** Events tell results in lower camel case, times as text. */
function toldResult(result: EvaluationResult): Readonly<Record<string, unknown>> {
  const { EvaluationResultQualifier: resource, OrderingTimestamp } = result.EvaluationResultIdentifier ?? {};
  return {
    evaluationResultIdentifier: {
      evaluationResultQualifier: {
        configRuleName: resource?.ConfigRuleName,
        resourceType: resource?.ResourceType,
        resourceId: resource?.ResourceId,
        evaluationMode: resource?.EvaluationMode,
      },
      orderingTimestamp: OrderingTimestamp?.toISOString(),
    },
    complianceType: result.ComplianceType,
    resultRecordedTime: result.ResultRecordedTime?.toISOString(),
    configRuleInvokedTime: result.ConfigRuleInvokedTime?.toISOString(),
  };
}
