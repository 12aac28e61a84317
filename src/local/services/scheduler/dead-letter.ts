import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import type { GivenUp } from '../events/redelivery.ts';
import { sendToQueue } from '../sqs/deliver.ts';
import { refuseUnlessRoleMay } from './execution-role.ts';
import { type Execution, payloadOf, scheduledTime } from './payload.ts';
import type { Schedule } from './store.ts';

/**
 * Keeps what a target never took, when the schedule has a dead-letter queue that its role may send to; else it is dropped.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
 */
export function sendToDeadLetterQueue(
  world: World,
  schedule: Schedule,
  execution: Execution,
  givenUp: GivenUp,
) {
  const queueArn = schedule.settings.target.DeadLetterConfig?.Arn;
  if (!queueArn) return;
  const { failure, retryAttempts, exhausted } = givenUp;
  const attributes = new Map([
    ['SCHEDULE_ARN', schedule.arn],
    ['TARGET_ARN', schedule.settings.target.Arn],
    ['EXECUTION_ID', execution.id],
    ['SCHEDULED_TIME', scheduledTime(execution)],
    ['ERROR_CODE', failure.code],
    ['ERROR_MESSAGE', failure.message],
    ['RETRY_ATTEMPTS', String(retryAttempts)],
    ['IS_PAYLOAD_TRUNCATED', 'false'],
  ]);
  if (exhausted) attributes.set('EXHAUSTED_RETRY_CONDITION', exhausted);
  try {
    refuseUnlessRoleMay(world, schedule, 'sqs:SendMessage', queueArn);
    sendToQueue(world, queueArn, payloadOf(schedule, execution, retryAttempts + 1), attributes);
  } catch (error) {
    if (error instanceof ServiceError) return;
    throw error;
  }
  world.emit('deadLettered', {
    queueArn,
    reason: `${failure.code}: ${failure.message}`,
    at: world.clock.now(),
  });
}
