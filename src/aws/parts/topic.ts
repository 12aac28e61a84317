import { parseArn } from '../../domain/arn.ts';
import { canonicalPart } from '../../domain/canonical/part.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import { orNullFor } from '../aws-error.ts';
import type { CallAws } from '../call-aws.ts';
import { elsewhere } from './unread.ts';

/** The settings of a topic in this account. */
export async function readTopic(
  topicArn: string,
  { accountId, trailRegion }: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const arn = parseArn(topicArn);
  if (arn && arn.accountId !== accountId)
    return elsewhere(['topic'], `the topic belongs to account ${arn.accountId}`);
  const topic = await readPart(async () => {
    const reading = callAws({
      service: 'sns',
      operation: 'GetTopicAttributes',
      region: arn?.region ?? trailRegion,
      input: { TopicArn: topicArn },
    });
    return canonicalPart('topic', (await orNullFor(reading, ['NotFoundException']))?.Attributes);
  });
  return { topic };
}
