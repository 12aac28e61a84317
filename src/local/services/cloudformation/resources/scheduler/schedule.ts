import type {
  CreateScheduleInput,
  CreateScheduleOutput,
  DeleteScheduleInput,
  UpdateScheduleInput,
} from '@aws-sdk/client-scheduler';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const target = object(
  {
    Arn: text,
    DeadLetterConfig: object({ Arn: text }),
    Input: text,
    RetryPolicy: object({ MaximumEventAgeInSeconds: integer, MaximumRetryAttempts: integer }),
    RoleArn: text,
  },
  ['Arn', 'RoleArn'],
);
const properties = object(
  {
    Description: text,
    FlexibleTimeWindow: object({ Mode: text, MaximumWindowInMinutes: integer }, ['Mode']),
    GroupName: text,
    Name: text,
    ScheduleExpression: text,
    ScheduleExpressionTimezone: text,
    State: text,
    Target: target,
  },
  ['FlexibleTimeWindow', 'ScheduleExpression', 'Target'],
);
type Properties = Read<typeof properties>;

export const schedule = resourceType<Properties>({
  type: 'AWS::Scheduler::Schedule',
  properties,
  attributes: ['Arn'],
  createOnly: ['Name'],
  nameProperty: 'Name',

  async create(wanted, context) {
    const Name = wanted.Name ?? context.generateName(64);
    const input: CreateScheduleInput = { ...scheduleOf(wanted), Name };
    const { ScheduleArn } = await context.call<CreateScheduleOutput>('scheduler', 'CreateSchedule', input);
    context.identify(Name);
    return { physicalId: Name, attributes: { Arn: ScheduleArn } };
  },

  async update({ physicalId: Name, properties: wanted, attributes }, context) {
    // UpdateSchedule sets everything that is not given back to its default.
    const input: UpdateScheduleInput = { ...scheduleOf(wanted), Name };
    await context.call('scheduler', 'UpdateSchedule', input);
    return { physicalId: Name, attributes };
  },

  async delete({ physicalId: Name, properties: { GroupName } }, context) {
    const input: DeleteScheduleInput = { Name, GroupName };
    await unlessGone(context.call('scheduler', 'DeleteSchedule', input));
  },
});

const scheduleOf = (wanted: Properties) => ({
  ...wanted,
  State: wanted.State as CreateScheduleInput['State'],
  FlexibleTimeWindow: wanted.FlexibleTimeWindow as NonNullable<CreateScheduleInput['FlexibleTimeWindow']>,
});
