import type { TrailSettings } from '../../domain/parts.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import type { PartsRead } from '../../domain/snapshot.ts';
import type { CallAws } from '../call-aws.ts';
import { readBucket } from './bucket.ts';
import { readKey } from './key.ts';
import { readLogGroup } from './log-group.ts';
import { readRole } from './role.ts';
import { readTopic } from './topic.ts';

/** The parts of what a trail of these settings depends on. Of what it has not, such as a key, nothing is read. */
export async function readDependencies(
  settings: TrailSettings,
  about: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const { S3BucketName, KmsKeyId, SnsTopicARN, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } = settings;
  const read = await Promise.all([
    S3BucketName ? readBucket(S3BucketName, about, callAws) : {},
    KmsKeyId ? readKey(KmsKeyId, about, callAws) : {},
    SnsTopicARN ? readTopic(SnsTopicARN, about, callAws) : {},
    CloudWatchLogsLogGroupArn ? readLogGroup(CloudWatchLogsLogGroupArn, about, callAws) : {},
    CloudWatchLogsRoleArn ? readRole(CloudWatchLogsRoleArn, about, callAws) : {},
  ]);
  return Object.assign({}, ...read);
}
