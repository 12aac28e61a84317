import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Entry, EntryKind, Ledger } from '../domain/ledger.ts';
import type { Clock } from '../domain/ports.ts';
import { ProcessMemory } from './process-memory.ts';
import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** A call's entry only has to outlive its redeliveries. Of incidents the stack's owner says it. */
const KEEP_DAYS: Readonly<Record<Exclude<EntryKind, 'incident' | 'episode'>, number>> = {
  call: 15,
  calls: 15,
  attempts: 2,
  coverage: 3650,
  baseline: 3650,
  notice: 365,
  breaker: 1,
  life: 365,
  change: 15,
  window: 15,
};
const DAY_SECONDS = 86_400;
const MOST_PAGES = 8;

type Item = Readonly<Record<string, AttributeValue>>;

/**
 * The ledger in DynamoDB. A help, never a gate: what the table does not answer comes from this process's own memory,
 * so that a lost table costs at most a second message.
 * @param incidentDays how long incidents are kept after they were last written
 */
export function makeLedger(table: string, clock: Clock, incidentDays: number): Ledger {
  const daysOf = (kind: EntryKind) =>
    kind === 'incident' || kind === 'episode' ? incidentDays : KEEP_DAYS[kind];
  const memory = new ProcessMemory();
  const connect = once(async () => {
    const sdk = await import('@aws-sdk/client-dynamodb');
    // Few attempts: nothing may wait long for the ledger.
    return { sdk, client: new sdk.DynamoDBClient({ maxAttempts: 2, ...ATTEMPT_LIMITS }) };
  });

  return {
    async load<T>(kind: EntryKind, id: string) {
      try {
        const { sdk, client } = await connect();
        const Key = { kind: { S: kind }, id: { S: id } };
        const { Item } = await client.send(
          new sdk.GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
        );
        return newer(Item && readItem<T>(Item), memory.load<T>(kind, id));
      } catch {
        return memory.load<T>(kind, id);
      }
    },
    async save(kind, id, value, expectedVersion) {
      try {
        const { sdk, client } = await connect();
        const expiresAt = Math.floor(clock.now() / 1000) + daysOf(kind) * DAY_SECONDS;
        await client.send(
          new sdk.PutItemCommand({
            TableName: table,
            Item: {
              kind: { S: kind },
              id: { S: id },
              version: { N: String(expectedVersion + 1) },
              document: { S: JSON.stringify(value) },
              expiresAt: { N: String(expiresAt) },
            },
            ConditionExpression: 'attribute_not_exists(#version) OR #version = :expected',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expected': { N: String(expectedVersion) } },
          }),
        );
      } catch (error) {
        // Only a conflict says that somebody else wrote: a table that refuses for another reason gates nothing.
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') {
          memory.forget(kind, id);
          return false;
        }
      }
      memory.keep(kind, id, { value, version: expectedVersion + 1 });
      return true;
    },
    async list<T>(kind: EntryKind) {
      try {
        const { sdk, client } = await connect();
        const items: Item[] = [];
        let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
        // A page is at most 1 MB, which a few long incidents fill; somebody might fill thousands.
        for (let page = 0; page < MOST_PAGES; page++) {
          const answer = await client.send(
            new sdk.QueryCommand({
              TableName: table,
              KeyConditionExpression: '#kind = :kind',
              ExpressionAttributeNames: { '#kind': 'kind' },
              ExpressionAttributeValues: { ':kind': { S: kind } },
              ExclusiveStartKey,
            }),
          );
          items.push(...(answer.Items ?? []));
          ExclusiveStartKey = answer.LastEvaluatedKey;
          if (!ExclusiveStartKey) break;
        }
        return items.map((item) => ({ ...readItem<T>(item), id: item.id?.S ?? '' }));
      } catch {
        return memory.list<T>(kind);
      }
    },
  };
}

/** A table that can be read but not written is behind what this process remembers. */
const newer = <T>(one: Entry<T> | undefined, other: Entry<T> | undefined) =>
  (other?.version ?? 0) > (one?.version ?? 0) ? other : one;

/** One entry that somebody wrote nonsense into takes no other with it. */
function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

const readItem = <T>(item: Item): Entry<T> => ({
  value: parse(item.document?.S) as T,
  version: Number(item.version?.N ?? 0),
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
