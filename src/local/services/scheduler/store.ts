import type { CreateScheduleInput, RetryPolicy, Target } from '@aws-sdk/client-scheduler';
import type { Call } from '../../endpoint/operation.ts';
import type { Store } from '../../endpoint/world.ts';
import type { Timing } from './expression.ts';
import { notFound } from './scheduler-error.ts';

/** What runs, by whose rights. */
export interface ScheduleTarget extends Target {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly RetryPolicy: Required<RetryPolicy>;
}

/** What a schedule says: CreateSchedule sets it, UpdateSchedule replaces it. */
export interface ScheduleSettings {
  readonly expression: string;
  readonly timing: Timing;
  /** Before and after these it does not run. */
  readonly startDate: Date | undefined;
  readonly endDate: Date | undefined;
  /** How long after its time it may run. */
  readonly windowMinutes: number | undefined;
  readonly isEnabled: boolean;
  readonly target: ScheduleTarget;
  readonly description: string | undefined;
  readonly timezone: string;
  readonly actionAfterCompletion: CreateScheduleInput['ActionAfterCompletion'];
}

export interface Schedule {
  readonly name: string;
  readonly group: ScheduleGroup;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: number;
  modifiedAt: number;
  settings: ScheduleSettings;
  /** Ends its runs. */
  stop: () => void;
}

export interface ScheduleGroup {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  readonly schedules: Map<string, Schedule>;
}

const groups: Store<Map<string, ScheduleGroup>> = { name: 'scheduler', create: () => new Map() };

/** Every account has the group `default`. */
export function groupsOf(call: Call): Map<string, ScheduleGroup> {
  const known = call.world.store(groups, call.accountId, call.region);
  if (!known.has('default')) known.set('default', newGroup(call, 'default'));
  return known;
}

export const newGroup = (call: Call, name: string): ScheduleGroup => ({
  name,
  arn: `arn:${call.partition}:scheduler:${call.region}:${call.accountId}:schedule-group/${name}`,
  createdAt: call.world.clock.now(),
  tags: new Map(),
  schedules: new Map(),
});

/** @throws ServiceError `ResourceNotFoundException` */
export function requireGroup(call: Call, name = 'default'): ScheduleGroup {
  const group = groupsOf(call).get(name);
  if (!group) throw notFound(`Schedule group ${name} does not exist.`);
  return group;
}

/** @throws ServiceError `ResourceNotFoundException` */
export function requireSchedule(
  call: Call,
  groupName: string | undefined,
  name: string | undefined,
): Schedule {
  const schedule = requireGroup(call, groupName).schedules.get(name ?? '');
  if (!schedule) throw notFound(`Schedule ${name} does not exist.`);
  return schedule;
}
