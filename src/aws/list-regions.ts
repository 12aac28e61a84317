import { isJsonObject } from '../domain/json.ts';
import type { CallAws } from './call-aws.ts';

/** Where the account is. */
export interface AccountPlace {
  readonly region: string;
  readonly partition: string;
}

/**
 * AWS GovCloud (US) has two Regions, and no Account Management.
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-differences.html
 */
const GOVCLOUD = ['us-gov-west-1', 'us-gov-east-1'];

/**
 * The Regions that an account can use: those that it always had, and those that it opted in to.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export async function listRegions(
  callAws: CallAws,
  { region, partition }: AccountPlace,
): Promise<readonly string[]> {
  if (partition === 'aws-us-gov') return GOVCLOUD;
  const names: string[] = [];
  let NextToken: unknown;
  do {
    const RegionOptStatusContains = ['ENABLED', 'ENABLED_BY_DEFAULT'];
    const input = { RegionOptStatusContains, ...(NextToken ? { NextToken } : {}) };
    const answer = await callAws({ service: 'account', operation: 'ListRegions', region, input });
    const regions = Array.isArray(answer.Regions) ? answer.Regions.filter(isJsonObject) : [];
    names.push(...regions.flatMap(({ RegionName }) => (typeof RegionName === 'string' ? [RegionName] : [])));
    ({ NextToken } = answer);
  } while (NextToken);
  return names;
}
