import type { PutItemInput, PutItemOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { normalizedItem } from './attribute-value.ts';
import { checkReturnValues, writeItem } from './write-item.ts';

export const PutItem: Operation<PutItemInput, PutItemOutput> = (input, call) => {
  checkReturnValues(input, 'ALL_OLD');
  const item = normalizedItem(input.Item ?? {});
  const { before } = writeItem(
    input,
    call,
    () => item,
    () => () => item,
  );
  return { Attributes: input.ReturnValues === 'ALL_OLD' ? before : undefined };
};
