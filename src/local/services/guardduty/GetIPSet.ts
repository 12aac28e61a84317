import type { GetIPSetRequest, GetIPSetResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const GetIPSet: Operation<GetIPSetRequest, GetIPSetResponse> = (input, call) => {
  const set = known(findDetector(input.DetectorId, call).ipSets.get(input.IpSetId ?? ''), 'ipSetId');
  return {
    Name: set.name,
    Format: set.format,
    Location: set.location,
    Status: set.isActive ? 'ACTIVE' : 'INACTIVE',
    Tags: { ...set.tags },
  };
};
