import type { ScanInput, ScanOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { Placeholders } from './expression/placeholders.ts';
import { openTable } from './find-table.ts';
import { liveItems } from './items.ts';
import { readItems } from './read-items.ts';

export const Scan: Operation<ScanInput, ScanOutput> = (input, call) => {
  refuseUnsupported(input, 'ScanFilter', 'Segment', 'TotalSegments');
  const table = openTable(input.TableName, call);
  const items = [...liveItems(table, call.world.clock).values()];
  return readItems(input, table, items, new Placeholders(input));
};
