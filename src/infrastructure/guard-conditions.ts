import { CfnCondition, Fn, type ICfnConditionExpression } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DESTINATIONS, type Destination, type GuardSettings } from './guard-settings.ts';
import { topicRegion } from './topic-region.ts';
import { trailAccount } from './trail-arn.ts';

/** What depends on the settings, decided when the stack is deployed. */
export interface GuardConditions {
  readonly restores: CfnCondition;
  /** Restores, and may put back trails. */
  readonly restoresTrails: CfnCondition;
  /** Restores, and may put back these destinations, of which some are given. */
  readonly restoresDestination: Readonly<Record<Destination, CfnCondition>>;
  /** May put back trails, and pass on this role. */
  readonly passesLogsRole: CfnCondition;
  /** Some buckets are given: calls on their log files can be told from all others. */
  readonly namesBuckets: CfnCondition;
  readonly importsFindings: CfnCondition;
  readonly notesOnFindings: CfnCondition;
  readonly makesTopic: CfnCondition;
  readonly sendsMail: CfnCondition;
  /** The topic is in the stack's own Region: CloudWatch's alarms can publish to no other. */
  readonly topicIsHere: CfnCondition;
  readonly sweepsEveryMinute: CfnCondition;
  readonly boundsRoles: CfnCondition;
  /** There is a customer's key. */
  readonly encrypts: CfnCondition;
  readonly namesTrails: CfnCondition;
  /** One for each trail that may be named. */
  readonly hasTrail: readonly CfnCondition[];
  /** One for each: it is another account's, for which this one administers it, and may be put back. */
  readonly administersTrail: readonly CfnCondition[];
  /** One of them at least. */
  readonly administersTrails: CfnCondition;
}

export function addConditions(scope: Construct, settings: GuardSettings): GuardConditions {
  const add = (id: string, expression: ICfnConditionExpression) =>
    new CfnCondition(scope, id, { expression });
  const given = (value: string) => Fn.conditionNot(Fn.conditionEquals(value, ''));
  const restores = add('Restores', Fn.conditionEquals(settings.mode, 'restore'));
  const goesFar = Fn.conditionEquals(settings.restoreScope, 'trail-and-destination');
  const restoresTrails = add(
    'RestoresTrails',
    Fn.conditionAnd(restores, Fn.conditionNot(Fn.conditionEquals(settings.restoreScope, 'logging'))),
  );
  const restoresDestination = Object.fromEntries(
    DESTINATIONS.map((destination) => [
      destination,
      add(
        `Restores${destination.charAt(0).toUpperCase()}${destination.slice(1)}s`,
        Fn.conditionAnd(
          restores,
          goesFar,
          given(Fn.join('', settings.destinations[destination] as string[])),
        ),
      ),
    ]),
  ) as Record<Destination, CfnCondition>;
  const hasTrail = settings.trails.map((trail, index) => add(`HasTrail${index + 1}`, given(trail)));
  const administersTrail = settings.trails.map((trail, index) =>
    add(
      `AdministersTrail${index + 1}`,
      Fn.conditionAnd(
        restoresTrails,
        Fn.conditionNot(Fn.conditionEquals(trailAccount(trail), Fn.ref('AWS::AccountId'))),
      ),
    ),
  );
  return {
    restores,
    restoresTrails,
    restoresDestination,
    passesLogsRole: add('PassesLogsRole', Fn.conditionAnd(restoresTrails, given(settings.logsRoleArn))),
    namesBuckets: add('NamesBuckets', given(Fn.join('', settings.destinations.bucket as string[]))),
    importsFindings: add('ImportsFindings', Fn.conditionEquals(settings.importFindings, 'true')),
    notesOnFindings: add('NotesOnFindings', Fn.conditionEquals(settings.noteOnFindings, 'true')),
    makesTopic: add('MakesTopic', Fn.conditionEquals(settings.alertTopicArn, '')),
    sendsMail: add('SendsMail', given(settings.securityContactEmail)),
    topicIsHere: add(
      'TopicIsHere',
      Fn.conditionEquals(topicRegion(settings.alertTopicArn), Fn.ref('AWS::Region')),
    ),
    sweepsEveryMinute: add('SweepsEveryMinute', Fn.conditionEquals(settings.sweepMinutes, 1)),
    boundsRoles: add('BoundsRoles', given(settings.permissionsBoundaryArn)),
    encrypts: add('Encrypts', given(settings.encryptionKeyArn)),
    namesTrails: add('NamesTrails', Fn.conditionOr(...hasTrail)),
    hasTrail,
    administersTrail,
    administersTrails: add('AdministersTrails', Fn.conditionOr(...administersTrail)),
  };
}

/** A value when the condition holds; otherwise it is as if the property or list item had not been written. */
export const when = (condition: CfnCondition, value: unknown) =>
  Fn.conditionIf(condition.logicalId, value, Fn.ref('AWS::NoValue'));

/** A value when the condition does not hold. */
export const unless = (condition: CfnCondition, value: unknown) =>
  Fn.conditionIf(condition.logicalId, Fn.ref('AWS::NoValue'), value);
