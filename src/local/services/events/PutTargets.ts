import type { PutTargetsRequest, PutTargetsResponse, Target } from '@aws-sdk/client-eventbridge';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { checkDeadLetterQueue } from './dead-letter-config.ts';
import { invalidParameter, limitExceeded, validationError } from './events-error.ts';
import { checkRetryPolicy } from './retry-policy.ts';
import { type Rule, type RuleTarget, requireRule } from './store.ts';
import { checkTargetInput } from './target-input.ts';
import { senderFor } from './targets/senders.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;

/** Adds targets to a rule; one of the same id is replaced. */
export const PutTargets: Operation<PutTargetsRequest, PutTargetsResponse> = (input, call) => {
  const rule = requireRule(call, { ...input, name: input.Rule });
  const targets = (input.Targets ?? []).map((target) => checkedTarget(target, rule, call));
  const after = new Map([...rule.targets, ...targets.map((target) => [target.Id, target] as const)]);
  if (after.size > mostTargets) throw limitExceeded();
  for (const target of targets) rule.targets.set(target.Id, target);
  return { FailedEntryCount: 0, FailedEntries: [] };
};

function checkedTarget(given: Target, rule: Rule, { region }: Call): RuleTarget {
  const { Id = '', Arn = '' } = given;
  refuseOtherKinds(given);
  const target = { ...given, Id, Arn };
  if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(Id)) {
    throw validationError(
      `Value '${Id}' at 'targets.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+ and have a length of 1 to 64`,
    );
  }
  checkArn(Arn, region);
  senderFor(Arn);
  checkRole(target, rule);
  checkRetryPolicy(target.RetryPolicy);
  checkDeadLetterQueue(target.DeadLetterConfig?.Arn, region);
  checkTargetInput(target);
  return target;
}

function refuseOtherKinds(target: Target) {
  refuseUnsupported(target, 'KinesisParameters', 'RunCommandParameters');
  refuseUnsupported(target, 'EcsParameters', 'BatchParameters', 'SqsParameters', 'HttpParameters');
  refuseUnsupported(target, 'RedshiftDataParameters', 'SageMakerPipelineParameters', 'AppSyncParameters');
}

function checkArn(arn: string, region: string) {
  const [start, partition, service, targetRegion] = arn.split(':');
  if (start !== 'arn' || !partition || !service) {
    throw invalidParameter(arn, 'Provided Arn is not in correct format.');
  }
  // Events go to buses in other Regions too.
  if (targetRegion !== region && !isBus(arn))
    throw invalidParameter(arn, 'Provided Arn is not in the Region of the rule.');
}

const isBus = (arn: string) => /^arn:[^:]+:events:/.test(arn);

/** A role sends events to a bus, and to nothing else here: queues, functions and topics have policies of their own. */
function checkRole({ Arn, RoleArn }: RuleTarget, rule: Rule) {
  if (isBus(Arn) && !RoleArn) throw validationError(`RoleArn is required for target ${Arn}.`);
  if (!isBus(Arn) && RoleArn) throw unsupported(`the role of the rule target ${Arn}`);
  const [, , , region, accountId] = rule.arn.split(':');
  const isOwnBus = Arn.endsWith(`:events:${region}:${accountId}:event-bus/${rule.busName}`);
  if (isOwnBus) throw validationError('A rule cannot send events to its own event bus.');
}
