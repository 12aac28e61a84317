import type { ListDataLakesRequest, ListDataLakesResponse } from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { describeLake, lakesOf } from './data-lake.ts';

export const ListDataLakes: Operation<ListDataLakesRequest, ListDataLakesResponse> = ({ regions }, call) => {
  const lakes = [...lakesOf(call).configurations.values()];
  const wanted = lakes.filter(({ region = '' }) => !regions?.length || regions.includes(region));
  return { dataLakes: wanted.map((configuration) => describeLake(configuration, call)) };
};
