import type { GetItemInput, GetItemOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { Placeholders } from './expression/placeholders.ts';
import { parseProjection, project } from './expression/projection.ts';
import { openTable } from './find-table.ts';
import { checkedKey, keyText, liveItems } from './items.ts';

export const GetItem: Operation<GetItemInput, GetItemOutput> = (input, call) => {
  refuseUnsupported(input, 'AttributesToGet');
  const { ReturnConsumedCapacity = 'NONE', ProjectionExpression } = input;
  if (ReturnConsumedCapacity !== 'NONE') throw unsupported('the parameter ReturnConsumedCapacity');
  const table = openTable(input.TableName, call);
  const placeholders = new Placeholders(input);
  const paths =
    ProjectionExpression === undefined ? undefined : parseProjection(ProjectionExpression, placeholders);
  placeholders.checkAllUsed();
  const item = liveItems(table, call.world.clock).get(keyText(table, checkedKey(table, input.Key)));
  return { Item: item && (paths ? project(item, paths) : { ...item }) };
};
