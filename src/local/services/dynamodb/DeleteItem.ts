import type { DeleteItemInput, DeleteItemOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { checkedKey } from './items.ts';
import { checkReturnValues, writeItem } from './write-item.ts';

export const DeleteItem: Operation<DeleteItemInput, DeleteItemOutput> = (input, call) => {
  checkReturnValues(input, 'ALL_OLD');
  const { before } = writeItem(
    input,
    call,
    (table) => checkedKey(table, input.Key),
    () => () => undefined,
  );
  return { Attributes: input.ReturnValues === 'ALL_OLD' ? before : undefined };
};
