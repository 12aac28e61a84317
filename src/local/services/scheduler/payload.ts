import type { Schedule } from './store.ts';

/** One run of a schedule, the same through all its attempts. */
export interface Execution {
  readonly id: string;
  readonly scheduledAt: number;
}

export const scheduledTime = ({ scheduledAt }: Execution) =>
  `${new Date(scheduledAt).toISOString().slice(0, 19)}Z`;

/**
 * What the target gets: its Input with the context attributes filled in, or a notification.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function payloadOf(schedule: Schedule, execution: Execution, attempt: number): string {
  const { Input } = schedule.settings.target;
  if (Input === undefined) return notification(schedule, execution);
  return Input.replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime(execution))
    .replaceAll('<aws.scheduler.execution-id>', execution.id)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}

const notification = ({ accountId, region, arn }: Schedule, execution: Execution): string =>
  JSON.stringify({
    version: '0',
    id: execution.id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: accountId,
    time: scheduledTime(execution),
    region,
    resources: [arn],
    // A text, as the Scheduler sends it.
    detail: '{}',
  });
