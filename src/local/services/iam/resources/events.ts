import { arnOf } from '../arn-of.ts';
import { all, type Input, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

/** Rules of other buses than `default` carry the bus in their ARN. */
const rule =
  (member: string): ResourceRule =>
  (input, call) => {
    const bus = texts(input.EventBusName)[0] ?? 'default';
    const path = bus === 'default' ? '' : `${bus.split('/').at(-1)}/`;
    return texts(input[member]).map((name) => arnOf(call, 'events', `rule/${path}${name}`));
  };

const bus = (name: string, call: Parameters<ResourceRule>[1]) => arnOf(call, 'events', `event-bus/${name}`);
/** A call that names no bus is about the default one. */
const busOrDefault =
  (member: string): ResourceRule =>
  (input, call) =>
    named(member, bus)({ [member]: input[member] ?? 'default' }, call);
const tagged = named('ResourceARN', (name) => name);

const busesOfEntries: ResourceRule = ({ Entries: entries }, call) => {
  const names = [entries].flat().map((entry) => texts(Object(entry).EventBusName)[0] ?? 'default');
  return [...new Set(names)].map((name) => (name.startsWith('arn:') ? name : bus(name, call)));
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const events: ResourceRules = new Map([
  ...all(rule('Name'), 'DeleteRule', 'DescribeRule', 'DisableRule', 'EnableRule', 'PutRule'),
  ...all(rule('Rule'), 'ListTargetsByRule', 'PutTargets', 'RemoveTargets'),
  ...all(named('Name', bus), 'CreateEventBus', 'DeleteEventBus'),
  ...all(busOrDefault('EventBusName'), 'PutPermission', 'RemovePermission'),
  ...all(busOrDefault('Name'), 'DescribeEventBus', 'UpdateEventBus'),
  ...all(
    named('ArchiveName', (name, call) => arnOf(call, 'events', `archive/${name}`)),
    'CreateArchive',
    'DeleteArchive',
    'DescribeArchive',
    'UpdateArchive',
  ),
  ...all(
    named('ReplayName', (name, call) => arnOf(call, 'events', `replay/${name}`)),
    'DescribeReplay',
    'StartReplay',
  ),
  ...all(busesOfEntries, 'PutEvents'),
  ...all(tagged, 'ListTagsForResource', 'TagResource', 'UntagResource'),
]);

const schedule: ResourceRule = (input, call) =>
  texts(input.Name).map((name) => arnOf(call, 'scheduler', `schedule/${groupOf(input)}/${name}`));
const groupOf = ({ GroupName: group }: Input) => texts(group)[0] ?? 'default';

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html */
export const scheduler: ResourceRules = new Map([
  ...all(schedule, 'CreateSchedule', 'DeleteSchedule', 'GetSchedule', 'UpdateSchedule'),
  ...all(
    named('Name', (name, call) => arnOf(call, 'scheduler', `schedule-group/${name}`)),
    'CreateScheduleGroup',
    'DeleteScheduleGroup',
    'GetScheduleGroup',
  ),
  ...all(
    named('ResourceArn', (name) => name),
    'ListTagsForResource',
    'TagResource',
    'UntagResource',
  ),
]);
