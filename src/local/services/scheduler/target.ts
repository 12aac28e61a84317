import type { RetryPolicy, Target } from '@aws-sdk/client-scheduler';
import type { Call } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { trustsScheduler } from './execution-role.ts';
import { validationError } from './scheduler-error.ts';
import type { ScheduleGroup, ScheduleTarget } from './store.ts';

const largestInputBytes = 262_144;

/** A target as a schedule keeps it: a Lambda function or an SQS queue of the same account. */
export function checkedTarget(target: Target, group: ScheduleGroup, call: Call): ScheduleTarget {
  refuseOtherKinds(target);
  const { Arn = '', RoleArn = '' } = target;
  const service = targetService(Arn, call);
  checkInput(target.Input, service);
  checkDeadLetterQueue(target.DeadLetterConfig?.Arn, call);
  if (!trustsScheduler(call.world, RoleArn, group.arn)) {
    throw validationError(
      'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    );
  }
  return { ...target, Arn, RoleArn, RetryPolicy: checkedRetryPolicy(target.RetryPolicy) };
}

function refuseOtherKinds(target: Target) {
  refuseUnsupported(target, 'EcsParameters', 'EventBridgeParameters', 'EventBridgePutEventsV2Parameters');
  refuseUnsupported(target, 'EventBridgePutRawEventsParameters', 'KinesisParameters');
  refuseUnsupported(target, 'SageMakerPipelineParameters', 'SqsParameters');
}

export function targetService(arn: string, call: Pick<Call, 'accountId' | 'region'>): 'lambda' | 'sqs' {
  const [start, , service, region, accountId, ...resource] = arn.split(':');
  if (start !== 'arn' || !service) throw validationError(`Provided Arn ${arn} is not in correct format.`);
  const isHere = region === call.region && accountId === call.accountId;
  if (isHere && service === 'lambda' && resource[0] === 'function' && resource.length === 2) return 'lambda';
  if (isHere && service === 'sqs' && !arn.endsWith('.fifo')) return 'sqs';
  throw unsupported(`the schedule target ${arn}`);
}

function checkInput(input: string | undefined, service: 'lambda' | 'sqs') {
  if (input === undefined) return;
  if (Buffer.byteLength(input) > largestInputBytes) throw validationError('Input must be at most 256 KB.');
  if (service === 'lambda' && !isJson(input)) throw validationError('Invalid JSON in Input of the target.');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function checkDeadLetterQueue(arn: string | undefined, { region }: Call) {
  if (arn === undefined) return;
  const [, , service, queueRegion] = arn.split(':');
  if (service === 'sqs' && queueRegion === region && !arn.endsWith('.fifo')) return;
  throw validationError('DeadLetterConfig must name a standard SQS queue in the Region of the schedule.');
}

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html */
function checkedRetryPolicy(policy: RetryPolicy | undefined): Required<RetryPolicy> {
  const { MaximumRetryAttempts = 185, MaximumEventAgeInSeconds = 86_400 } = policy ?? {};
  checkBetween('MaximumRetryAttempts', MaximumRetryAttempts, 0, 185);
  checkBetween('MaximumEventAgeInSeconds', MaximumEventAgeInSeconds, 60, 86_400);
  return { MaximumRetryAttempts, MaximumEventAgeInSeconds };
}

function checkBetween(name: string, value: number, min: number, max: number) {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw validationError(`${name} must be between ${min} and ${max}.`);
}
