import { isDeepStrictEqual } from 'node:util';
import type { CreateBucketRequest } from '@aws-sdk/client-s3';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, list, object, tagList, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';
import { lifecycleConfiguration, lifecycleOf } from './lifecycle-configuration.ts';

const encryptionRule = object({
  BucketKeyEnabled: boolean,
  ServerSideEncryptionByDefault: object({ KMSMasterKeyID: text, SSEAlgorithm: text }, ['SSEAlgorithm']),
});
const properties = object({
  BucketEncryption: object({ ServerSideEncryptionConfiguration: list(encryptionRule) }, [
    'ServerSideEncryptionConfiguration',
  ]),
  BucketName: text,
  LifecycleConfiguration: lifecycleConfiguration,
  LoggingConfiguration: object({ DestinationBucketName: text, LogFilePrefix: text }),
  OwnershipControls: object({ Rules: list(object({ ObjectOwnership: text })) }, ['Rules']),
  PublicAccessBlockConfiguration: object({
    BlockPublicAcls: boolean,
    BlockPublicPolicy: boolean,
    IgnorePublicAcls: boolean,
    RestrictPublicBuckets: boolean,
  }),
  Tags: tagList,
  VersioningConfiguration: object({ Status: text }, ['Status']),
});
type Properties = Read<typeof properties>;

export const bucket = resourceType<Properties>({
  type: 'AWS::S3::Bucket',
  properties,
  attributes: ['Arn', 'DomainName', 'DualStackDomainName', 'RegionalDomainName'],
  createOnly: ['BucketName'],
  nameProperty: 'BucketName',
  tagging: 'list',

  async create(wanted, context) {
    const { region } = context;
    // A bucket's name has no capitals.
    const Bucket = wanted.BucketName ?? context.generateName(63).toLowerCase();
    const LocationConstraint = region as NonNullable<
      CreateBucketRequest['CreateBucketConfiguration']
    >['LocationConstraint'];
    const place = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint } };
    await context.call('s3', 'CreateBucket', { Bucket, ...place } satisfies CreateBucketRequest);
    context.identify(Bucket);
    await configure(Bucket, wanted, {}, context);
    return { physicalId: Bucket, attributes: attributesOf(Bucket, context) };
  },

  async update({ physicalId: Bucket, properties: wanted, previous, attributes }, context) {
    await configure(Bucket, wanted, previous, context);
    return { physicalId: Bucket, attributes };
  },

  async delete({ physicalId: Bucket }, context) {
    await unlessGone(context.call('s3', 'DeleteBucket', { Bucket }));
  },
});

interface Request {
  readonly operation: string;
  readonly input: object;
}

/** For each property, the request that puts it in place, and the one that takes it away. */
const settings: {
  readonly [K in keyof Properties]?: {
    put(value: NonNullable<Properties[K]>): Request;
    readonly away: Request;
  };
} = {
  BucketEncryption: {
    put: (ServerSideEncryptionConfiguration) => ({
      operation: 'PutBucketEncryption',
      input: {
        ServerSideEncryptionConfiguration: {
          Rules: ServerSideEncryptionConfiguration.ServerSideEncryptionConfiguration.map(
            ({ BucketKeyEnabled, ServerSideEncryptionByDefault: byDefault }) => ({
              BucketKeyEnabled,
              ApplyServerSideEncryptionByDefault: byDefault && {
                SSEAlgorithm: byDefault.SSEAlgorithm,
                KMSMasterKeyID: byDefault.KMSMasterKeyID,
              },
            }),
          ),
        },
      },
    }),
    away: { operation: 'DeleteBucketEncryption', input: {} },
  },
  LifecycleConfiguration: {
    put: (configuration) => ({
      operation: 'PutBucketLifecycleConfiguration',
      input: { LifecycleConfiguration: lifecycleOf(configuration) },
    }),
    away: { operation: 'DeleteBucketLifecycle', input: {} },
  },
  LoggingConfiguration: {
    put: ({ DestinationBucketName: TargetBucket, LogFilePrefix: TargetPrefix = '' }) => ({
      operation: 'PutBucketLogging',
      input: { BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix } } },
    }),
    away: { operation: 'PutBucketLogging', input: { BucketLoggingStatus: {} } },
  },
  OwnershipControls: {
    put: (OwnershipControls) => ({ operation: 'PutBucketOwnershipControls', input: { OwnershipControls } }),
    away: { operation: 'DeleteBucketOwnershipControls', input: {} },
  },
  PublicAccessBlockConfiguration: {
    put: (PublicAccessBlockConfiguration) => ({
      operation: 'PutPublicAccessBlock',
      input: { PublicAccessBlockConfiguration },
    }),
    away: { operation: 'DeletePublicAccessBlock', input: {} },
  },
  Tags: {
    put: (TagSet) => ({ operation: 'PutBucketTagging', input: { Tagging: { TagSet } } }),
    away: { operation: 'DeleteBucketTagging', input: {} },
  },
  VersioningConfiguration: {
    put: (VersioningConfiguration) => ({
      operation: 'PutBucketVersioning',
      input: { VersioningConfiguration },
    }),
    // Versioning can be suspended, never taken away.
    away: { operation: 'PutBucketVersioning', input: { VersioningConfiguration: { Status: 'Suspended' } } },
  },
};

async function configure(Bucket: string, wanted: Properties, previous: Properties, context: ResourceContext) {
  for (const name of Object.keys(settings) as (keyof Properties)[]) {
    if (isDeepStrictEqual(wanted[name], previous[name])) continue;
    const request = requestFor(name, wanted);
    if (request) await context.call('s3', request.operation, { Bucket, ...request.input });
  }
}

function requestFor<K extends keyof Properties>(name: K, wanted: Properties): Request | undefined {
  const setting = settings[name];
  const value = wanted[name];
  return value === undefined ? setting?.away : setting?.put(value);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
function attributesOf(name: string, { partition, region }: ResourceContext) {
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    Arn: `arn:${partition}:s3:::${name}`,
    DomainName: `${name}.s3.${suffix}`,
    DualStackDomainName: `${name}.s3.dualstack.${region}.${suffix}`,
    RegionalDomainName: `${name}.s3.${region}.${suffix}`,
  };
}
