import type { CreateScheduleGroupInput, CreateScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({ Name: text, Tags: tagList });

export const scheduleGroup = resourceType<Read<typeof properties>>({
  type: 'AWS::Scheduler::ScheduleGroup',
  properties,
  attributes: ['Arn'],
  createOnly: ['Name'],
  nameProperty: 'Name',
  tagging: 'list',

  async create(wanted, context) {
    const Name = wanted.Name ?? context.generateName(64);
    const input: CreateScheduleGroupInput = { Name, Tags: wanted.Tags && [...wanted.Tags] };
    const made = await context.call<CreateScheduleGroupOutput>('scheduler', 'CreateScheduleGroup', input);
    context.identify(Name);
    return { physicalId: Name, attributes: { Arn: made.ScheduleGroupArn } };
  },

  async update({ physicalId, properties: wanted, previous, attributes }, context) {
    const ResourceArn = attributes.Arn;
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('scheduler', 'UntagResource', { ResourceArn, TagKeys });
    if (Tags.length > 0) await context.call('scheduler', 'TagResource', { ResourceArn, Tags });
    return { physicalId, attributes };
  },

  async delete({ physicalId: Name }, context) {
    await unlessGone(context.call('scheduler', 'DeleteScheduleGroup', { Name }));
  },
});
