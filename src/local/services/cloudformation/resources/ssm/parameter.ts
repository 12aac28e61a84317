import type { PutParameterRequest } from '@aws-sdk/client-ssm';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { object, tagMap, text } from '../shape/index.ts';
import { tagChanges, tagsAsList } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object(
  {
    AllowedPattern: text,
    DataType: text,
    Description: text,
    Name: text,
    Tags: tagMap,
    Tier: text,
    Type: text,
    Value: text,
  },
  ['Type', 'Value'],
);
type Properties = Read<typeof properties>;

export const parameter = resourceType<Properties>({
  type: 'AWS::SSM::Parameter',
  properties,
  attributes: ['Type', 'Value'],
  createOnly: ['Name'],
  nameProperty: 'Name',
  tagging: 'map',

  async create(wanted, context) {
    // The one type whose generated names do not start with the stack's.
    const Name = wanted.Name ?? `CFN-${context.generateName(1000)}`;
    await put(Name, wanted, { Tags: tagsAsList(wanted.Tags) }, context);
    context.identify(Name);
    return { physicalId: Name, attributes: attributesOf(wanted) };
  },

  async update({ physicalId: Name, properties: wanted, previous }, context) {
    await put(Name, wanted, { Overwrite: true }, context);
    const { added: Tags, removedKeys: TagKeys } = tagChanges(
      tagsAsList(previous.Tags),
      tagsAsList(wanted.Tags),
    );
    const resource = { ResourceType: 'Parameter', ResourceId: Name };
    if (TagKeys.length > 0) await context.call('ssm', 'RemoveTagsFromResource', { ...resource, TagKeys });
    if (Tags.length > 0) await context.call('ssm', 'AddTagsToResource', { ...resource, Tags });
    return { physicalId: Name, attributes: attributesOf(wanted) };
  },

  async delete({ physicalId: Name }, context) {
    await unlessGone(context.call('ssm', 'DeleteParameter', { Name }));
  },
});

const attributesOf = ({ Type, Value }: Properties) => ({ Type, Value });

async function put(
  Name: string,
  wanted: Properties,
  how: Pick<PutParameterRequest, 'Overwrite' | 'Tags'>,
  context: ResourceContext,
): Promise<void> {
  await context.call('ssm', 'PutParameter', {
    Name,
    ...how,
    AllowedPattern: wanted.AllowedPattern,
    DataType: wanted.DataType,
    Description: wanted.Description,
    Tier: wanted.Tier as PutParameterRequest['Tier'],
    Type: wanted.Type as PutParameterRequest['Type'],
    Value: wanted.Value,
  } satisfies PutParameterRequest);
}
