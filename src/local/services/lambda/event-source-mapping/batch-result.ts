import type { Answer } from '../invoke.ts';

/**
 * Which messages of a batch were handled and can be deleted.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function handledMessages(
  messageIds: readonly string[],
  { payload, functionError }: Answer,
  reportsBatchItemFailures: boolean,
): readonly string[] {
  if (functionError) return [];
  if (!reportsBatchItemFailures) return messageIds;
  const failed = failedItems(payload);
  // One answer that makes no sense, and the whole batch counts as failed.
  if (!failed || failed.some((id) => !messageIds.includes(id))) return [];
  return messageIds.filter((id) => !failed.includes(id));
}

/** The ids of failed items; undefined for an answer of another shape. No answer at all means that none failed. */
function failedItems(payload: string): readonly string[] | undefined {
  const answer = parsed(payload);
  if (answer === null) return [];
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined;
  const { batchItemFailures } = answer as { batchItemFailures?: unknown };
  if (batchItemFailures === undefined || batchItemFailures === null) return [];
  if (!Array.isArray(batchItemFailures)) return undefined;
  const ids: unknown[] = batchItemFailures.map((item: unknown) => Object(item).itemIdentifier);
  return ids.every((id) => typeof id === 'string' && id !== '') ? (ids as string[]) : undefined;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
