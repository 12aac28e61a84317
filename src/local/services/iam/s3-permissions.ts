import type { CallRequest } from '../../endpoint/operation.ts';
import { parseCopySource } from '../s3/copy-source.ts';
import { actionOfCall } from './action-of-call.ts';
import type { AccessRequest } from './policy/evaluate.ts';
import { resourcesOfCall } from './resource-of-call.ts';

type Permission = Omit<AccessRequest, 'context'>;

/** Members of S3 requests that ask for more than the operation's own action. */
interface Input {
  readonly ACL?: string;
  readonly BypassGovernanceRetention?: boolean;
  readonly CopySource?: string;
  readonly CreateBucketConfiguration?: { readonly Tags?: readonly unknown[] };
  readonly Delete?: { readonly Objects?: readonly { readonly Key?: string; readonly VersionId?: string }[] };
  readonly ObjectLockEnabledForBucket?: boolean;
  readonly ObjectOwnership?: string;
  readonly Tagging?: unknown;
}

/**
 * All that a caller must be allowed for a call of S3: its action, and one for each thing that it does beside.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function s3Permissions(request: CallRequest): readonly Permission[] {
  const { operation, input } = request;
  if (operation === 'DeleteObjects') return deletions(request);
  const resources = resourcesOfCall(request);
  const actions = [
    actionOfCall('s3', operation, input),
    ...(moreActions.get(operation)?.(Object(input) as Input) ?? []),
    ...bypassing(Object(input) as Input),
  ];
  const permissions = actions.flatMap((action) => resources.map((resource) => ({ action, resource })));
  return operation === 'CopyObject' ? [...permissions, copySource(request)] : permissions;
}

const moreActions = new Map<string, (input: Input) => readonly string[]>([
  [
    'CreateBucket',
    (input) => [
      ...(asksForAcl(input) ? ['s3:PutBucketAcl'] : []),
      ...(input.ObjectOwnership ? ['s3:PutBucketOwnershipControls'] : []),
      ...(input.CreateBucketConfiguration?.Tags?.length ? ['s3:TagResource'] : []),
      ...(input.ObjectLockEnabledForBucket
        ? ['s3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning']
        : []),
    ],
  ],
  ['PutObject', (input) => ofNewObject(input)],
  ['CopyObject', (input) => ofNewObject(input)],
]);

const ofNewObject = (input: Input): readonly string[] => [
  ...(asksForAcl(input) ? ['s3:PutObjectAcl'] : []),
  ...(input.Tagging ? ['s3:PutObjectTagging'] : []),
];

const asksForAcl = (input: Input) =>
  Object.entries(input).some(([member, value]) => /^(ACL|Grant)/.test(member) && value !== undefined);

const bypassing = ({ BypassGovernanceRetention }: Input): readonly string[] =>
  BypassGovernanceRetention ? ['s3:BypassGovernanceRetention'] : [];

/** Each object for itself: a version needs another action than what only gets a delete marker. */
function deletions({ input, call }: CallRequest): readonly Permission[] {
  const { Bucket, Delete, ...more } = Object(input) as Input & { readonly Bucket?: string };
  return (Delete?.Objects ?? []).flatMap((object) => {
    const resource = `arn:${call.partition}:s3:::${Bucket}/${object.Key}`;
    const actions = [actionOfCall('s3', 'DeleteObject', object), ...bypassing(more)];
    return actions.map((action) => ({ action, resource }));
  });
}

function copySource({ input, call }: CallRequest): Permission {
  const { bucketName, key, versionId } = parseCopySource((Object(input) as Input).CopySource ?? '');
  const action = actionOfCall('s3', 'GetObject', versionId ? { VersionId: versionId } : {});
  return { action, resource: `arn:${call.partition}:s3:::${bucketName}/${key}` };
}
