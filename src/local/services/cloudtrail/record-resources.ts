import type { FinishedCall } from '../../endpoint/operation.ts';
import { lookUpKey } from '../kms/find-key.ts';

interface RecordedResource {
  readonly accountId: string;
  readonly type: string;
  readonly ARN: string;
}

/** The resource that records of a few services name beside the request. */
export function resourcesOf(finished: FinishedCall): readonly RecordedResource[] {
  const [type, ARN] = namers.get(finished.service)?.(finished) ?? [];
  return type && ARN ? [{ accountId: finished.call.accountId, type, ARN }] : [];
}

type Namer = (finished: FinishedCall) => readonly [type: string, arn: string | undefined];

const namers = new Map<string, Namer>([
  ['sts', ({ input }) => ['AWS::IAM::Role', member(input, 'RoleArn')]],
  [
    's3',
    ({ input, call }) => {
      const name = member(input, 'Bucket');
      return ['AWS::S3::Bucket', name && `arn:${call.partition}:s3:::${name}`];
    },
  ],
  [
    'kms',
    ({ input, output, call }) => {
      const created = (output as { readonly KeyMetadata?: { readonly Arn?: string } } | undefined)
        ?.KeyMetadata;
      const reference = member(input, 'KeyId') ?? member(input, 'TargetKeyId') ?? created?.Arn;
      return ['AWS::KMS::Key', reference && lookUpKey(call.world, reference, call)?.arn];
    },
  ],
]);

function member(input: unknown, name: string): string | undefined {
  const value = (input as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
