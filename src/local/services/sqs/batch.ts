import type { BatchResultErrorEntry } from '@aws-sdk/client-sqs';
import { ServiceError } from '../../endpoint/service-error.ts';

interface BatchEntry {
  readonly Id: string | undefined;
}

/** Carries out a batch: each entry succeeds or fails for itself, once the batch as a whole is in order. */
export function runBatch<Entry extends BatchEntry, Success>(
  entries: readonly Entry[] | undefined,
  run: (entry: Entry, id: string) => Success,
): { Successful: Success[] | undefined; Failed: BatchResultErrorEntry[] | undefined } {
  const Successful: Success[] = [];
  const Failed: BatchResultErrorEntry[] = [];
  for (const [id, entry] of checkedEntries(entries ?? [])) {
    try {
      Successful.push(run(entry, id));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful: unlessEmpty(Successful), Failed: unlessEmpty(Failed) };
}

/** SQS leaves empty lists out, and clients ask whether they are there. */
const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length ? list : undefined);

function checkedEntries<Entry extends BatchEntry>(entries: readonly Entry[]): Map<string, Entry> {
  if (!entries.length) throw batchError('EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > 10) {
    throw batchError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  const byId = new Map(entries.map((entry) => [entry.Id ?? '', entry]));
  if (byId.size < entries.length)
    throw batchError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  for (const id of byId.keys()) {
    if (!/^[\w-]{1,80}$/.test(id)) {
      throw batchError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
  }
  return byId;
}

export const batchError = (name: string, message: string) =>
  new ServiceError(`AWS.SimpleQueueService.${name}`, message);
