import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findLatest } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { LATEST } from './store.ts';

/** The function as it is now, and what was published of it. */
export const ListVersionsByFunction: Operation<
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse
> = ({ FunctionName, MaxItems = 50, Marker: token }, call) => {
  const fn = findLatest(FunctionName, call);
  const latest = { ...functionConfiguration(fn), FunctionArn: `${fn.arn}:${LATEST}` };
  const all = [latest, ...[...fn.versions.values()].map(functionConfiguration)];
  const { items, nextToken } = page(all, {
    limit: Math.min(50, MaxItems),
    token,
    badTokenCode: 'InvalidParameterValueException',
  });
  return { Versions: items, NextMarker: nextToken };
};
