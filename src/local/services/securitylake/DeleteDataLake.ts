import type { DeleteDataLakeRequest } from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { checkLakes, lakesOf } from './data-lake.ts';

/** Nothing flows in any more; what is in the lake's bucket would stay. */
export const DeleteDataLake: Operation<DeleteDataLakeRequest, object> = ({ regions = [] }, call) => {
  checkLakes(regions, call);
  const { configurations, sources } = lakesOf(call);
  for (const region of regions) configurations.delete(region);
  for (const [key, { region }] of sources) if (regions.includes(region)) sources.delete(key);
  return {};
};
