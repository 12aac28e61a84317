import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Entry, EntryKind } from '../domain/ledger.ts';
import type { Connection } from './connection.ts';

/** The ledger for people, who have to hear when it does not answer. Every method may throw what the SDK throws. */
export interface LedgerReader {
  load<T>(kind: EntryKind, id: string): Promise<Entry<T> | undefined>;
  /** Every entry of a kind, whatever stands in it. */
  list<T>(kind: EntryKind): Promise<readonly (Entry<T> & { readonly id: string })[]>;
}

type Item = Readonly<Record<string, AttributeValue>>;

export function makeLedgerReader(table: string, connection: Connection): LedgerReader {
  const connect = async () => {
    const sdk = await import('@aws-sdk/client-dynamodb');
    return { sdk, client: new sdk.DynamoDBClient(connection) };
  };
  return {
    async load<T>(kind: EntryKind, id: string) {
      const { sdk, client } = await connect();
      const Key = { kind: { S: kind }, id: { S: id } };
      const { Item } = await client.send(
        new sdk.GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
      );
      return Item && readItem<T>(Item);
    },
    async list<T>(kind: EntryKind) {
      const { sdk, client } = await connect();
      const items: Item[] = [];
      let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
      do {
        // A page is at most 1 MB, which a few long incidents fill.
        const page = await client.send(
          new sdk.QueryCommand({
            TableName: table,
            KeyConditionExpression: '#kind = :kind',
            ExpressionAttributeNames: { '#kind': 'kind' },
            ExpressionAttributeValues: { ':kind': { S: kind } },
            ExclusiveStartKey,
          }),
        );
        items.push(...(page.Items ?? []));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items.map((item) => ({ ...readItem<T>(item), id: item.id?.S ?? '' }));
    },
  };
}

/** Whoever may write the table may have written anything: what is no JSON counts as nothing. */
function readItem<T>({ document, version }: Item): Entry<T> {
  const parse = () => {
    try {
      return JSON.parse(document?.S ?? 'null');
    } catch {
      return null;
    }
  };
  return { value: parse() as T, version: Number(version?.N ?? 0) };
}
