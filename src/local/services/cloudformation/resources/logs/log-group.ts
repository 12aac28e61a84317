import type { CreateLogGroupRequest, PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, object, tagList, text } from '../shape/index.ts';
import { tagChanges, tagsAsMap } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({
  KmsKeyId: text,
  LogGroupClass: text,
  LogGroupName: text,
  RetentionInDays: integer,
  Tags: tagList,
});
type Properties = Read<typeof properties>;

export const logGroup = resourceType<Properties>({
  type: 'AWS::Logs::LogGroup',
  properties,
  attributes: ['Arn'],
  createOnly: ['LogGroupClass', 'LogGroupName'],
  nameProperty: 'LogGroupName',
  tagging: 'list',

  async create(wanted, context) {
    const logGroupName = wanted.LogGroupName ?? context.generateName(512);
    await context.call('logs', 'CreateLogGroup', {
      logGroupName,
      kmsKeyId: wanted.KmsKeyId,
      logGroupClass: wanted.LogGroupClass as CreateLogGroupRequest['logGroupClass'],
      tags: tagsAsMap(wanted.Tags),
    } satisfies CreateLogGroupRequest);
    context.identify(logGroupName);
    await putRetention(logGroupName, wanted, context);
    return { physicalId: logGroupName, attributes: { Arn: `${arnOf(logGroupName, context)}:*` } };
  },

  async update({ physicalId: logGroupName, properties: wanted, previous, attributes }, context) {
    await putKey(logGroupName, wanted, previous, context);
    const isKept = wanted.RetentionInDays !== undefined || previous.RetentionInDays === undefined;
    if (isKept) await putRetention(logGroupName, wanted, context);
    else await context.call('logs', 'DeleteRetentionPolicy', { logGroupName });
    const { added, removedKeys: tagKeys } = tagChanges(previous.Tags, wanted.Tags);
    const resourceArn = arnOf(logGroupName, context);
    if (tagKeys.length > 0) await context.call('logs', 'UntagResource', { resourceArn, tagKeys });
    if (added.length > 0) await context.call('logs', 'TagResource', { resourceArn, tags: tagsAsMap(added) });
    return { physicalId: logGroupName, attributes };
  },

  async delete({ physicalId: logGroupName }, context) {
    await unlessGone(context.call('logs', 'DeleteLogGroup', { logGroupName }));
  },
});

const arnOf = (name: string, { partition, region, accountId }: ResourceContext) =>
  `arn:${partition}:logs:${region}:${accountId}:log-group:${name}`;

async function putRetention(
  logGroupName: string,
  { RetentionInDays: retentionInDays }: Properties,
  context: ResourceContext,
): Promise<void> {
  if (retentionInDays === undefined) return;
  const input: PutRetentionPolicyRequest = { logGroupName, retentionInDays };
  await context.call('logs', 'PutRetentionPolicy', input);
}

async function putKey(
  logGroupName: string,
  { KmsKeyId: kmsKeyId }: Properties,
  { KmsKeyId: previous }: Properties,
  context: ResourceContext,
): Promise<void> {
  if (kmsKeyId === previous) return;
  if (kmsKeyId === undefined) await context.call('logs', 'DisassociateKmsKey', { logGroupName });
  else await context.call('logs', 'AssociateKmsKey', { logGroupName, kmsKeyId });
}
