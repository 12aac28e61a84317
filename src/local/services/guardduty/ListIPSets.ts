import type { ListIPSetsRequest, ListIPSetsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';
import { listPage } from './list-page.ts';

export const ListIPSets: Operation<ListIPSetsRequest, ListIPSetsResponse> = (input, call) => {
  const { items, nextToken } = listPage([...findDetector(input.DetectorId, call).ipSets.keys()], input);
  return { IpSetIds: items, NextToken: nextToken };
};
