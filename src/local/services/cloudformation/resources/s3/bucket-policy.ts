import type { PutBucketPolicyRequest } from '@aws-sdk/client-s3';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { json, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({ Bucket: text, PolicyDocument: json }, ['Bucket', 'PolicyDocument']);
type Properties = Read<typeof properties>;

export const bucketPolicy = resourceType<Properties>({
  type: 'AWS::S3::BucketPolicy',
  properties,
  attributes: [],
  createOnly: ['Bucket'],

  async create(wanted, context) {
    const physicalId = context.generateName(128);
    context.identify(physicalId);
    await put(wanted, context);
    return { physicalId, attributes: {} };
  },

  async update({ physicalId, properties: wanted }, context) {
    await put(wanted, context);
    return { physicalId, attributes: {} };
  },

  async delete({ properties: { Bucket } }, context) {
    await unlessGone(context.call('s3', 'DeleteBucketPolicy', { Bucket }));
  },
});

async function put({ Bucket, PolicyDocument }: Properties, context: ResourceContext): Promise<void> {
  const input: PutBucketPolicyRequest = { Bucket, Policy: JSON.stringify(PolicyDocument) };
  await context.call('s3', 'PutBucketPolicy', input);
}
