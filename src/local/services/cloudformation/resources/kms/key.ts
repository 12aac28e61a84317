import { isDeepStrictEqual } from 'node:util';
import type { CreateKeyRequest, CreateKeyResponse, ScheduleKeyDeletionRequest } from '@aws-sdk/client-kms';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, integer, json, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({
  Description: text,
  Enabled: boolean,
  EnableKeyRotation: boolean,
  KeyPolicy: json,
  PendingWindowInDays: integer,
  Tags: tagList,
});
type Properties = Read<typeof properties>;

export const key = resourceType<Properties>({
  type: 'AWS::KMS::Key',
  properties,
  attributes: ['Arn', 'KeyId'],
  tagging: 'list',

  async create(wanted, context) {
    const { KeyMetadata } = await context.call<CreateKeyResponse>('kms', 'CreateKey', {
      Description: wanted.Description,
      Policy: wanted.KeyPolicy && JSON.stringify(wanted.KeyPolicy),
      Tags: wanted.Tags && keyTags(wanted.Tags),
    } satisfies CreateKeyRequest);
    const KeyId = KeyMetadata?.KeyId ?? '';
    context.identify(KeyId);
    await switchRotation(KeyId, wanted, {}, context);
    await switchKey(KeyId, wanted, {}, context);
    return { physicalId: KeyId, attributes: { Arn: KeyMetadata?.Arn, KeyId } };
  },

  async update({ physicalId: KeyId, properties: wanted, previous, attributes }, context) {
    const { Description = '', KeyPolicy } = wanted;
    // Only an enabled key can be changed.
    if (wanted.Enabled !== false) await switchKey(KeyId, wanted, previous, context);
    if (wanted.Description !== previous.Description) {
      await context.call('kms', 'UpdateKeyDescription', { KeyId, Description });
    }
    if (KeyPolicy && !isDeepStrictEqual(KeyPolicy, previous.KeyPolicy)) {
      await context.call('kms', 'PutKeyPolicy', {
        KeyId,
        PolicyName: 'default',
        Policy: JSON.stringify(KeyPolicy),
      });
    }
    await switchRotation(KeyId, wanted, previous, context);
    const { added, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('kms', 'UntagResource', { KeyId, TagKeys });
    if (added.length > 0) await context.call('kms', 'TagResource', { KeyId, Tags: keyTags(added) });
    if (wanted.Enabled === false) await switchKey(KeyId, wanted, previous, context);
    return { physicalId: KeyId, attributes };
  },

  async delete({ physicalId: KeyId, properties: { PendingWindowInDays } }, context) {
    const input: ScheduleKeyDeletionRequest = { KeyId, PendingWindowInDays };
    await unlessGone(context.call('kms', 'ScheduleKeyDeletion', input));
  },
});

const keyTags = (tags: NonNullable<Properties['Tags']>) =>
  tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));

async function switchRotation(
  KeyId: string,
  wanted: Properties,
  previous: Properties,
  context: ResourceContext,
) {
  if ((wanted.EnableKeyRotation ?? false) === (previous.EnableKeyRotation ?? false)) return;
  await context.call('kms', wanted.EnableKeyRotation ? 'EnableKeyRotation' : 'DisableKeyRotation', { KeyId });
}

async function switchKey(KeyId: string, wanted: Properties, previous: Properties, context: ResourceContext) {
  if ((wanted.Enabled ?? true) === (previous.Enabled ?? true)) return;
  await context.call('kms', wanted.Enabled === false ? 'DisableKey' : 'EnableKey', { KeyId });
}
