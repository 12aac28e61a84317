import type { ReturnValue, UpdateItemInput, UpdateItemOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { Item } from './attribute-value.ts';
import { applyUpdate } from './expression/apply-update.ts';
import type { Path } from './expression/path.ts';
import { project } from './expression/projection.ts';
import { parseUpdate, type UpdateAction } from './expression/update.ts';
import { checkedKey, keyAttributes } from './items.ts';
import type { Table } from './store.ts';
import { validation } from './validation.ts';
import { checkReturnValues, writeItem } from './write-item.ts';

export const UpdateItem: Operation<UpdateItemInput, UpdateItemOutput> = (input, call) => {
  refuseUnsupported(input, 'AttributeUpdates');
  checkReturnValues(input, 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW');
  const touched: Path[] = [];
  const { before, after } = writeItem(
    input,
    call,
    (table) => checkedKey(table, input.Key),
    ({ table, before: current, placeholders }) => {
      const { UpdateExpression } = input;
      const actions = UpdateExpression === undefined ? [] : parseUpdate(UpdateExpression, placeholders);
      refuseKeys(actions, table);
      touched.push(...actions.map(({ path }) => path));
      return () => applyUpdate(actions, current ?? checkedKey(table, input.Key));
    },
  );
  return { Attributes: attributesFor(input.ReturnValues ?? 'NONE', touched, before, after) };
};

function refuseKeys(actions: readonly UpdateAction[], table: Table): void {
  const key = keyAttributes(table).find(({ name }) => actions.some(({ path }) => path[0] === name));
  if (!key) return;
  throw validation(
    `One or more parameter values were invalid: Cannot update attribute ${key.name}. This attribute is part of the key`,
  );
}

function attributesFor(asked: ReturnValue, touched: readonly Path[], before?: Item, after?: Item) {
  if (asked === 'NONE') return undefined;
  const item = asked.endsWith('_OLD') ? before : after;
  return item && asked.startsWith('UPDATED_') ? project(item, touched) : item;
}
