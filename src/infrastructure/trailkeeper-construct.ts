import type { CfnResource } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import { addAlerts } from './alerts.ts';
import { addCoverage } from './coverage.ts';
import { addFunctionRole } from './function-role.ts';
import { addConditions, when } from './guard-conditions.ts';
import { addEventSourceMapping, addFunction } from './guard-function.ts';
import type { GuardSettings } from './guard-settings.ts';
import { addLedger } from './ledger.ts';
import { addQueuePolicies } from './queue-policies.ts';
import { addQueues, type Queues } from './queues.ts';
import { addRules } from './rules.ts';
import { addSchedule } from './schedule.ts';

export interface TrailkeeperProps {
  /** The function: CommonJS with `exports.handler`. */
  readonly functionCode: string;
  /** The version of trailkeeper. */
  readonly release: string;
  readonly settings: GuardSettings;
}

/** The guard of one account and Region. */
export class Trailkeeper extends Construct {
  readonly queues: Queues;
  readonly ledger: CfnTable;
  readonly logGroup: CfnLogGroup;
  readonly topicArn: string;
  /** Answers `AlertSubscription` and `GuardedTrails` after each deployment. */
  readonly coverage: CfnResource;

  constructor(scope: Construct, id: string, { functionCode: code, release, settings }: TrailkeeperProps) {
    super(scope, id);
    const conditions = addConditions(this, settings);
    const { topicArn, ownTopicArn, subscription } = addAlerts(this, settings, conditions);
    const queues = addQueues(this);
    const ledger = addLedger(this, settings, conditions);
    const logGroup = new CfnLogGroup(this, 'FunctionLog', {
      retentionInDays: settings.logRetentionDays,
      kmsKeyId: when(conditions.encrypts, settings.encryptionKeyArn).toString(),
    });

    const role = addFunctionRole(this, {
      settings,
      conditions,
      queues,
      ledger,
      logGroup,
      topicArn,
      ownTopicArn,
    });
    const guard = addFunction(this, { code, settings, queues, ledger, logGroup, topicArn, role });
    const mapping = addEventSourceMapping(this, guard, queues);
    const rules = addRules(this, { settings, conditions, queues, role });
    const policies = addQueuePolicies(this, queues, rules.arns);
    const schedule = addSchedule(this, guard, queues, settings, conditions);

    const after = [mapping, ...rules.certain, ...policies, schedule];
    const mail = when(conditions.sendsMail, subscription.ref).toString();
    this.coverage = addCoverage(this, { guard, settings, release, code, mail, after });
    const { heartbeat } = addAlarms(this, { settings, conditions, queues, guard, topicArn });
    // Made before the first sweep, it would tell people of a silence that is none.
    heartbeat.addResourceDependency(this.coverage);

    this.queues = queues;
    this.ledger = ledger;
    this.logGroup = logGroup;
    this.topicArn = topicArn;
  }
}
