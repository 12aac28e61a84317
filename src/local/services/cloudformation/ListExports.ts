import type { ListExportsInput, ListExportsOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { stacksIn } from './store.ts';

export const ListExports: Operation<ListExportsInput, ListExportsOutput> = (input, call) => {
  const live = [...stacksIn(call).values()].filter(({ status }) => status !== 'DELETE_COMPLETE');
  const exported = live.flatMap(({ id, outputs }) =>
    outputs.flatMap(({ exportName, value }) =>
      exportName === undefined ? [] : [{ ExportingStackId: id, Name: exportName, Value: value }],
    ),
  );
  const { items, nextToken } = page(exported, {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  return { Exports: items, NextToken: nextToken };
};
