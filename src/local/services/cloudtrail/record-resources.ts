import type { FinishedCall } from '../../endpoint/operation.ts';
import { type RecordedResource, recordNotesOf } from '../../endpoint/record-notes.ts';

/** The resources that records of a few services name beside the request: as the service noted them, or as the call says. */
export function resourcesOf(finished: FinishedCall): readonly RecordedResource[] {
  const { resources } = recordNotesOf(finished.call);
  if (resources) return resources;
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
    ({ output }) => {
      const created = (output as { readonly KeyMetadata?: { readonly Arn?: string } } | undefined)
        ?.KeyMetadata;
      return ['AWS::KMS::Key', created?.Arn];
    },
  ],
]);

function member(input: unknown, name: string): string | undefined {
  const value = (input as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
