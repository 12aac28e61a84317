import { Aws, Fn, type IResolvable } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { apiCallPatterns } from '../policy/api-call-patterns.ts';
import { logFilePattern } from '../policy/data-event-pattern.ts';
import type { EventPattern, OwnNames } from '../policy/event-pattern.ts';
import {
  complianceChangePattern,
  guardDutyPattern,
  securityHubPattern,
  securityHubV2Pattern,
} from '../policy/finding-patterns.ts';
import {
  alarmChangePattern,
  keyLossPattern,
  ownAlarmPattern,
  parameterChangePattern,
} from '../policy/service-event-patterns.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { INFORMATIONAL_CALLS } from '../techniques/informational-calls.ts';
import { type GuardConditions, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Queues } from './queues.ts';

interface RulesProps {
  readonly settings: GuardSettings;
  readonly conditions: GuardConditions;
  readonly queues: Queues;
  readonly role: CfnRole;
}

export interface Rules {
  /** Those that are there whatever the settings are. */
  readonly certain: readonly CfnRule[];
  /** Of every rule; of one that the settings do not ask for, nothing. */
  readonly arns: readonly (string | IResolvable)[];
}

/** The rules on the account's default bus: AWS's own events arrive on no other. */
export function addRules(scope: Construct, props: RulesProps): Rules {
  const certain: CfnRule[] = [];
  const add = (id: string, about: string, eventPattern: EventPattern) => {
    const rule = addRule(scope, id, { about, eventPattern, queues: props.queues });
    certain.push(rule);
    return rule;
  };
  const account = Aws.ACCOUNT_ID;
  const ofLongestId = add(
    LONGEST_ID,
    'Security Hub V2 findings about CloudTrail',
    securityHubV2Pattern(account),
  );
  add('SecurityHubFindings', 'Security Hub findings about CloudTrail', securityHubPattern(account));
  add('GuardDutyFindings', 'GuardDuty findings about CloudTrail', guardDutyPattern(account));
  add('ComplianceChanges', 'AWS Config rules about CloudTrail', complianceChangePattern(account));

  const own = ownNames(ofLongestId, props);
  for (const { id, eventSources, pattern } of withIds(apiCallPatterns(TECHNIQUES, INFORMATIONAL_CALLS, own)))
    add(id, `calls to ${eventSources.join(', ')} that touch trails or this guard`, pattern);
  add('KeyLosses', 'KMS keys that are gone', keyLossPattern(own));
  add('AlarmChanges', 'alarms that were changed', alarmChangePattern(own));
  add('OwnAlarms', 'alarms of this guard', ownAlarmPattern(own));
  add('ParameterChanges', 'baselines and maintenance windows', parameterChangePattern(own));
  const logFileCalls = addLogFileCalls(scope, props);
  return { certain, arns: [...certain.map(({ attrArn }) => attrArn), logFileCalls] };
}

/** The ARN of the rule, when buckets are given. */
function addLogFileCalls(scope: Construct, { settings, conditions, queues }: RulesProps): IResolvable {
  const eventPattern = logFilePattern(TECHNIQUES, Aws.ACCOUNT_ID, settings.destinations.bucket);
  const rule = addRule(scope, 'LogFileCalls', {
    about: 'calls on the log files themselves',
    eventPattern,
    queues,
  });
  rule.cfnOptions.condition = conditions.namesBuckets;
  return when(conditions.namesBuckets, rule.attrArn);
}

interface RuleProps {
  readonly about: string;
  readonly eventPattern: EventPattern;
  readonly queues: Queues;
}

function addRule(scope: Construct, id: string, { about, eventPattern, queues }: RuleProps): CfnRule {
  if (id.length > LONGEST_ID.length)
    throw new Error(`${id} is longer than ${LONGEST_ID}: name that one instead.`);
  return new CfnRule(scope, id, {
    description: `trailkeeper: ${about}`,
    eventPattern,
    targets: [
      {
        id: 'Queue',
        arn: queues.queue.attrArn,
        deadLetterConfig: { arn: queues.deadLetterQueue.attrArn },
        // EventBridge's own maximum, written down so that nobody has to know it.
        retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
      },
    ],
  });
}

/** No rule has a longer id, so that in no name less is left of the stack's. */
const LONGEST_ID = 'SecurityHubV2Findings';

/**
 * CloudFormation names a rule after the stack, the rule's id and chance, and cuts the stack's name when that has more than 64
 * characters, as it has in every stack of a StackSet. What stands before the longest id, all names of this guard begin with.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
const ownNames = (ofLongestId: CfnRule, { role }: RulesProps): OwnNames => ({
  accountId: Aws.ACCOUNT_ID,
  partName: Fn.select(0, Fn.split(`-${LONGEST_ID}-`, ofLongestId.ref)),
  roleArn: role.attrArn,
});

/** `cloudtrail.amazonaws.com` → `CloudtrailCalls`, and `MoreCloudtrailCalls` when it takes another. */
function withIds<T extends { readonly eventSources: readonly string[] }>(patterns: readonly T[]) {
  const taken = new Map<string, number>();
  return patterns.map((pattern) => {
    const [first = '', ...others] = pattern.eventSources;
    const service = first.replace('.amazonaws.com', '').split('-').map(capitalize).join('');
    const name = others.length > 0 ? 'OtherServices' : service;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { ...pattern, id: `${'More'.repeat(before)}${name}Calls` };
  });
}

const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
