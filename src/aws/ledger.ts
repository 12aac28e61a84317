import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Entry, EntryKind, Ledger } from '../domain/ledger.ts';
import type { Clock } from '../domain/ports.ts';
import { ProcessMemory } from './process-memory.ts';
import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** Incidents and attempts may be amended for a long time; a call's entry only has to outlive its redeliveries. */
const KEEP_DAYS: Readonly<Record<EntryKind, number>> = {
  incident: 365,
  episode: 365,
  call: 15,
  attempts: 2,
  coverage: 3650,
  baseline: 3650,
  notice: 365,
  breaker: 1,
  change: 15,
  window: 15,
};
const DAY_SECONDS = 86_400;

type Item = Readonly<Record<string, AttributeValue>>;

/**
 * The ledger in DynamoDB. A help, never a gate: what the table does not answer comes from this process's own memory,
 * so that a lost table costs at most a second message.
 */
export function makeLedger(table: string, clock: Clock): Ledger {
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
        const expiresAt = Math.floor(clock.now() / 1000) + KEEP_DAYS[kind] * DAY_SECONDS;
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
        const { Items = [] } = await client.send(
          new sdk.QueryCommand({
            TableName: table,
            KeyConditionExpression: '#kind = :kind',
            ExpressionAttributeNames: { '#kind': 'kind' },
            ExpressionAttributeValues: { ':kind': { S: kind } },
          }),
        );
        return Items.map((item) => ({ ...readItem<T>(item), id: item.id?.S ?? '' }));
      } catch {
        return memory.list<T>(kind);
      }
    },
  };
}

/** A table that can be read but not written is behind what this process remembers. */
const newer = <T>(one: Entry<T> | undefined, other: Entry<T> | undefined) =>
  (other?.version ?? 0) > (one?.version ?? 0) ? other : one;

const readItem = <T>(item: Item): Entry<T> => ({
  value: JSON.parse(item.document?.S ?? 'null') as T,
  version: Number(item.version?.N ?? 0),
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
