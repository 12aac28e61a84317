import { randomUUID } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import { attempting, deliverWithRetries, mayPass, retryLimits } from '../events/redelivery.ts';
import { invokeAsync } from '../lambda/invoke.ts';
import { sendToQueue } from '../sqs/deliver.ts';
import { sendToDeadLetterQueue } from './dead-letter.ts';
import { refuseUnlessRoleMay } from './execution-role.ts';
import { type Execution, payloadOf } from './payload.ts';
import type { Schedule } from './store.ts';
import { targetService } from './target.ts';

/**
 * Runs an enabled schedule from now on; a schedule that is changed starts over.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based (without a StartDate, a
 * rate-based schedule invokes its target immediately)
 */
export function start(world: World, schedule: Schedule) {
  schedule.stop();
  if (!schedule.settings.isEnabled) return;
  let cancel = () => {};
  const runAfter = (ms: number) => {
    cancel = world.clock.after(ms, () => {
      runAfter(schedule.settings.everyMs);
      execute(world, schedule);
    });
  };
  schedule.stop = () => cancel();
  runAfter(0);
}

function execute(world: World, schedule: Schedule) {
  const execution: Execution = { id: randomUUID(), scheduledAt: world.clock.now() };
  deliverWithRetries(world.clock, retryLimits(schedule.settings.target.RetryPolicy), {
    attempt: (retryAttempts) =>
      attempting(
        () => invokeTarget(world, schedule, payloadOf(schedule, execution, retryAttempts + 1)),
        (error) => ({ code: error.code, message: error.message, isRetriable: mayPass(error) }),
      ),
    giveUp: (givenUp) => sendToDeadLetterQueue(world, schedule, execution, givenUp),
  });
}

function invokeTarget(world: World, schedule: Schedule, payload: string): undefined {
  const { Arn } = schedule.settings.target;
  if (targetService(Arn, schedule) === 'lambda') {
    refuseUnlessRoleMay(world, schedule, 'lambda:InvokeFunction', Arn);
    invokeAsync(world, Arn, payload);
  } else {
    refuseUnlessRoleMay(world, schedule, 'sqs:SendMessage', Arn);
    sendToQueue(world, Arn, payload);
  }
}
