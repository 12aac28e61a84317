import type { DescribeAlarmsOutput, PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { refuseExisting } from '../refuse-existing.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, integer, list, number, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const dimensions = list(object({ Name: text, Value: text }, ['Name', 'Value']));
const properties = object(
  {
    ActionsEnabled: boolean,
    AlarmActions: list(text),
    AlarmDescription: text,
    AlarmName: text,
    ComparisonOperator: text,
    DatapointsToAlarm: integer,
    Dimensions: dimensions,
    EvaluationPeriods: integer,
    InsufficientDataActions: list(text),
    MetricName: text,
    Namespace: text,
    OKActions: list(text),
    Period: integer,
    Statistic: text,
    Tags: tagList,
    Threshold: number,
    TreatMissingData: text,
    Unit: text,
  },
  ['ComparisonOperator', 'EvaluationPeriods'],
);
type Properties = Read<typeof properties>;

export const alarm = resourceType<Properties>({
  type: 'AWS::CloudWatch::Alarm',
  properties,
  attributes: ['Arn'],
  createOnly: ['AlarmName'],
  nameProperty: 'AlarmName',
  tagging: 'list',

  async create(wanted, context) {
    if (wanted.AlarmName) await refuseExistingAlarm(wanted.AlarmName, context);
    const AlarmName = wanted.AlarmName ?? context.generateName(255);
    await putAlarm(AlarmName, wanted, context);
    context.identify(AlarmName);
    return { physicalId: AlarmName, attributes: { Arn: arnOf(AlarmName, context) } };
  },

  async update({ physicalId: AlarmName, properties: wanted, previous, attributes }, context) {
    // PutMetricAlarm replaces the whole alarm; on one that exists it ignores tags.
    const { Tags: _, ...settings } = wanted;
    await putAlarm(AlarmName, settings, context);
    const ResourceARN = arnOf(AlarmName, context);
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('monitoring', 'UntagResource', { ResourceARN, TagKeys });
    if (Tags.length > 0) await context.call('monitoring', 'TagResource', { ResourceARN, Tags });
    return { physicalId: AlarmName, attributes };
  },

  async delete({ physicalId: AlarmName }, context) {
    await unlessGone(context.call('monitoring', 'DeleteAlarms', { AlarmNames: [AlarmName] }));
  },
});

const arnOf = (name: string, { partition, region, accountId }: ResourceContext) =>
  `arn:${partition}:cloudwatch:${region}:${accountId}:alarm:${name}`;

async function refuseExistingAlarm(name: string, context: ResourceContext): Promise<void> {
  const alarms = context.call<DescribeAlarmsOutput>('monitoring', 'DescribeAlarms', { AlarmNames: [name] });
  await refuseExisting(
    name,
    alarms.then(({ MetricAlarms: [found] = [] }) => found),
  );
}

async function putAlarm(AlarmName: string, wanted: Properties, context: ResourceContext): Promise<void> {
  // The two name every member alike; the API's types only want lists that may be written to, and enumerations.
  const input = { ...wanted, AlarmName } as PutMetricAlarmInput;
  await context.call('monitoring', 'PutMetricAlarm', input);
}
