import type {
  BatchResultErrorEntry,
  PublishBatchInput,
  PublishBatchRequestEntry,
  PublishBatchResponse,
  PublishBatchResultEntry,
} from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { checkEncryption } from './encryption.ts';
import { publish } from './publish.ts';
import { topicFor } from './topic-for.ts';

const MAX_ENTRIES = 10;
const MAX_BYTES = 262_144;

export const PublishBatch: Operation<PublishBatchInput, PublishBatchResponse> = (input, call) => {
  const entries = checked(input.PublishBatchRequestEntries ?? []);
  const topic = topicFor(input.TopicArn, 'Publish', call);
  checkEncryption(call.world, topic, call.caller);
  const answers = entries.map((entry) => publishEntry(call.world, topic.arn, entry));
  return {
    Successful: answers.flatMap(({ successful }) => successful ?? []),
    Failed: answers.flatMap(({ failed }) => failed ?? []),
  };
};

function checked(entries: readonly PublishBatchRequestEntry[]): readonly PublishBatchRequestEntry[] {
  if (entries.length === 0) throw new ServiceError('EmptyBatchRequest', 'The batch has no entries.');
  if (entries.length > MAX_ENTRIES) {
    throw new ServiceError('TooManyEntriesInBatchRequest', `The batch has more than ${MAX_ENTRIES} entries.`);
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new ServiceError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  }
  const bytes = entries.reduce((sum, { Message = '' }) => sum + Buffer.byteLength(Message), 0);
  if (bytes > MAX_BYTES) throw new ServiceError('BatchRequestTooLong', 'The batch is longer than 256 KB.');
  for (const entry of entries) refuseUnsupported(entry, 'MessageDeduplicationId', 'MessageGroupId');
  return entries;
}

interface EntryAnswer {
  readonly successful?: PublishBatchResultEntry;
  readonly failed?: BatchResultErrorEntry;
}

/** One entry's mistake does not keep the others from being published. */
function publishEntry(world: World, topicArn: string, entry: PublishBatchRequestEntry): EntryAnswer {
  const { Id } = entry;
  try {
    const { MessageId } = publish(world, topicArn, { ...entry, Message: entry.Message ?? '' });
    return { successful: { Id, MessageId } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { failed: { Id, Code: error.code, Message: error.message, SenderFault: true } };
  }
}
