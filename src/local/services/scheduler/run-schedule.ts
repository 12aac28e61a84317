import { randomUUID } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import { attempting, deliverWithRetries, mayPass, retryLimits } from '../events/redelivery.ts';
import { invokeAsync } from '../lambda/invoke.ts';
import { sendToQueue } from '../sqs/deliver.ts';
import { sendToDeadLetterQueue } from './dead-letter.ts';
import { refuseUnlessQueueLets, refuseUnlessRoleMay } from './execution-role.ts';
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
  const { isEnabled, timing, startDate } = schedule.settings;
  if (!isEnabled) return;
  const from = Math.max(world.clock.now(), startDate?.getTime() ?? 0);
  runAt(world, schedule, timing.first(from));
}

/** A schedule that has had its last time deletes itself if it is to. */
function runAt(world: World, schedule: Schedule, at: number | undefined) {
  const { timing, endDate, windowMinutes = 0, actionAfterCompletion } = schedule.settings;
  if (at === undefined || at > (endDate?.getTime() ?? Number.POSITIVE_INFINITY)) {
    if (actionAfterCompletion === 'DELETE') schedule.group.schedules.delete(schedule.name);
    return;
  }
  // With a window AWS chooses a time within it; here it is the last one.
  const windowMs = windowMinutes * 60_000;
  schedule.stop = world.clock.after(at + windowMs - world.clock.now(), () => {
    // Times that passed while this machine slept are not made up for.
    runAt(world, schedule, timing.next(Math.max(at, world.clock.now() - windowMs)));
    execute(world, schedule);
  });
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
    refuseUnlessQueueLets(world, schedule, Arn);
    sendToQueue(world, Arn, payload);
  }
}
