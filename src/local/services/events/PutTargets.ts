import type { PutTargetsRequest, PutTargetsResponse, Target } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { requireDefaultBus } from './event-bus.ts';
import { invalidParameter, limitExceeded, validationError } from './events-error.ts';
import { checkRetryPolicy } from './retry-policy.ts';
import { type RuleTarget, requireRule } from './store.ts';
import { checkTargetInput } from './target-input.ts';
import { senderFor } from './targets/senders.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;

/** Adds targets to a rule; one of the same id is replaced. */
export const PutTargets: Operation<PutTargetsRequest, PutTargetsResponse> = (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const rule = requireRule(call, input.Rule);
  const targets = (input.Targets ?? []).map((target) => checkedTarget(target, call.region));
  const after = new Map([...rule.targets, ...targets.map((target) => [target.Id, target] as const)]);
  if (after.size > mostTargets) throw limitExceeded();
  for (const target of targets) rule.targets.set(target.Id, target);
  return { FailedEntryCount: 0, FailedEntries: [] };
};

function checkedTarget(given: Target, region: string): RuleTarget {
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
  checkRetryPolicy(target.RetryPolicy);
  checkDeadLetterQueue(target.DeadLetterConfig?.Arn, region);
  checkTargetInput(target);
  return target;
}

function refuseOtherKinds(target: Target) {
  refuseUnsupported(target, 'RoleArn', 'InputTransformer', 'KinesisParameters', 'RunCommandParameters');
  refuseUnsupported(target, 'EcsParameters', 'BatchParameters', 'SqsParameters', 'HttpParameters');
  refuseUnsupported(target, 'RedshiftDataParameters', 'SageMakerPipelineParameters', 'AppSyncParameters');
}

function checkArn(arn: string, region: string) {
  const [start, partition, service, targetRegion] = arn.split(':');
  if (start !== 'arn' || !partition || !service) {
    throw invalidParameter(arn, 'Provided Arn is not in correct format.');
  }
  if (targetRegion !== region) throw invalidParameter(arn, 'Provided Arn is not in the Region of the rule.');
}

function checkDeadLetterQueue(arn: string | undefined, region: string) {
  if (arn === undefined) return;
  const [, , service, queueRegion, , name = ''] = arn.split(':');
  if (service === 'sqs' && queueRegion === region && !name.endsWith('.fifo')) return;
  throw invalidParameter('DeadLetterConfig', 'It must name a standard SQS queue in the Region of the rule.');
}
