import { randomUUID } from 'node:crypto';
import type {
  DeleteBucketReplicationRequest,
  GetBucketReplicationOutput,
  GetBucketReplicationRequest,
  PutBucketReplicationRequest,
  ReplicationConfiguration,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { accessBucket } from './access-bucket.ts';
import { findBucket, isVersioned } from './bucket.ts';
import { invalidRequest, malformedXml } from './s3-error.ts';

const MAX_RULES = 1000;

/** Keeps the rules; no object is ever replicated. */
export const PutBucketReplication: Operation<PutBucketReplicationRequest, void> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const { Role = '', Rules = [] } = input.ReplicationConfiguration ?? {};
  if (Rules.length === 0 || Rules.length > MAX_RULES) throw malformedXml();
  if (!/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(Role)) {
    throw new ServiceError('InvalidArgument', 'Invalid Amazon Resource Name.');
  }
  if (!isVersioned(bucket)) {
    throw invalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
  }
  checkRules(Rules, call.world);
  bucket.settings.replication = {
    Role,
    Rules: Rules.map((rule) => ({ ...rule, ID: rule.ID || randomUUID() })),
  };
};

export const GetBucketReplication: Operation<GetBucketReplicationRequest, GetBucketReplicationOutput> = (
  input,
  call,
) => {
  const { replication } = accessBucket(input.Bucket, call).settings;
  if (replication) return { ReplicationConfiguration: replication };
  throw new ServiceError(
    'ReplicationConfigurationNotFoundError',
    'The replication configuration was not found',
    404,
  );
};

export const DeleteBucketReplication: Operation<DeleteBucketReplicationRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.replication = undefined;
};

function checkRules(rules: NonNullable<ReplicationConfiguration['Rules']>, world: World): void {
  const ids = rules.flatMap(({ ID }) => ID ?? []);
  if (new Set(ids).size < ids.length) throw new ServiceError('InvalidArgument', 'Rule Id must be unique');
  for (const { Status, Destination } of rules) {
    if (Status !== 'Enabled' && Status !== 'Disabled') throw malformedXml();
    const name = /^arn:[^:]+:s3:::(.+)$/.exec(Destination?.Bucket ?? '')?.[1];
    const target = findBucket(world, name ?? '');
    if (!target) throw invalidRequest('Destination bucket must exist.');
    if (!isVersioned(target)) throw invalidRequest('Destination bucket must have versioning enabled.');
  }
}
