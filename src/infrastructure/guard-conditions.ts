import { CfnCondition, Fn, type ICfnConditionExpression } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { GuardSettings } from './guard-settings.ts';
import { topicRegion } from './topic-region.ts';

/** What depends on the settings, decided when the stack is deployed. */
export interface GuardConditions {
  readonly restores: CfnCondition;
  readonly makesTopic: CfnCondition;
  readonly sendsMail: CfnCondition;
  /** The topic is in the stack's own Region: CloudWatch's alarms can publish to no other. */
  readonly topicIsHere: CfnCondition;
  readonly sweepsEveryMinute: CfnCondition;
  readonly namesTrails: CfnCondition;
  /** One for each trail that may be named. */
  readonly hasTrail: readonly CfnCondition[];
}

export function addConditions(scope: Construct, settings: GuardSettings): GuardConditions {
  const add = (id: string, expression: ICfnConditionExpression) =>
    new CfnCondition(scope, id, { expression });
  const given = (value: string) => Fn.conditionNot(Fn.conditionEquals(value, ''));
  const hasTrail = settings.trails.map((trail, index) => add(`HasTrail${index + 1}`, given(trail)));
  return {
    restores: add('Restores', Fn.conditionEquals(settings.mode, 'restore')),
    makesTopic: add('MakesTopic', Fn.conditionEquals(settings.alertTopicArn, '')),
    sendsMail: add('SendsMail', given(settings.securityContactEmail)),
    topicIsHere: add(
      'TopicIsHere',
      Fn.conditionEquals(topicRegion(settings.alertTopicArn), Fn.ref('AWS::Region')),
    ),
    sweepsEveryMinute: add('SweepsEveryMinute', Fn.conditionEquals(settings.sweepMinutes, 1)),
    namesTrails: add('NamesTrails', Fn.conditionOr(...hasTrail)),
    hasTrail,
  };
}

/** A value when the condition holds; otherwise it is as if the property or list item had not been written. */
export const when = (condition: CfnCondition, value: unknown) =>
  Fn.conditionIf(condition.logicalId, value, Fn.ref('AWS::NoValue'));

/** A value when the condition does not hold. */
export const unless = (condition: CfnCondition, value: unknown) =>
  Fn.conditionIf(condition.logicalId, Fn.ref('AWS::NoValue'), value);
