import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Entry, EntryKind, Ledger } from '../domain/ledger.ts';
import type { Clock } from '../domain/ports.ts';

/** Incidents and attempts may be amended for a long time; a call's entry only has to outlive its redeliveries. */
const KEEP_DAYS: Readonly<Record<EntryKind, number>> = {
  incident: 365,
  call: 15,
  attempts: 2,
  coverage: 3650,
};
const DAY_SECONDS = 86_400;
const REMEMBERED_ENTRIES = 1_000;

type Item = Readonly<Record<string, AttributeValue>>;

/**
 * The ledger in DynamoDB. A help, never a gate: what the table does not answer comes from this process's own memory,
 * so that a lost table costs at most a second message.
 */
export function makeLedger(table: string, clock: Clock): Ledger {
  // The SDK's own retries are short: nothing may wait for the ledger.
  const client = new DynamoDBClient({ maxAttempts: 2 });
  const memory = new Map<string, Entry<unknown>>();

  const save = async (kind: EntryKind, id: string, value: unknown, expected: number) => {
    const remembered = memory.get(`${kind} ${id}`)?.version ?? 0;
    const item: Record<string, AttributeValue> = {
      kind: { S: kind },
      id: { S: id },
      version: { N: String(expected + 1) },
      document: { S: JSON.stringify(value) },
      expiresAt: { N: String(Math.floor(clock.now() / 1000) + KEEP_DAYS[kind] * DAY_SECONDS) },
    };
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: item,
          ConditionExpression: expected === 0 ? 'attribute_not_exists(#id)' : '#version = :expected',
          ExpressionAttributeNames: expected === 0 ? { '#id': 'id' } : { '#version': 'version' },
          ...(expected > 0 && { ExpressionAttributeValues: { ':expected': { N: String(expected) } } }),
        }),
      );
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      if (remembered !== expected) return false;
    }
    const oldest = memory.size >= REMEMBERED_ENTRIES ? memory.keys().next().value : undefined;
    if (oldest !== undefined) memory.delete(oldest);
    memory.set(`${kind} ${id}`, { value, version: expected + 1 });
    return true;
  };

  return {
    save,
    async load<T>(kind: EntryKind, id: string) {
      try {
        const key = { kind: { S: kind }, id: { S: id } };
        const { Item } = await client.send(
          new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
        );
        return Item && readItem<T>(Item);
      } catch {
        return memory.get(`${kind} ${id}`) as Entry<T> | undefined;
      }
    },
    async list<T>(kind: EntryKind) {
      try {
        const { Items = [] } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: '#kind = :kind',
            ExpressionAttributeNames: { '#kind': 'kind' },
            ExpressionAttributeValues: { ':kind': { S: kind } },
          }),
        );
        return Items.map((item) => ({ ...readItem<T>(item), id: item.id?.S ?? '' }));
      } catch {
        const own = [...memory].filter(([key]) => key.startsWith(`${kind} `));
        return own.map(([key, entry]) => ({ ...(entry as Entry<T>), id: key.slice(kind.length + 1) }));
      }
    },
  };
}

const readItem = <T>(item: Item): Entry<T> => ({
  value: JSON.parse(item.document?.S ?? 'null') as T,
  version: Number(item.version?.N ?? 0),
});
