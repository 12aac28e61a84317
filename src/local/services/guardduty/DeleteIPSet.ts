import type { DeleteIPSetRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const DeleteIPSet: Operation<DeleteIPSetRequest, object> = ({ DetectorId, IpSetId = '' }, call) => {
  const { ipSets } = findDetector(DetectorId, call);
  known(ipSets.get(IpSetId), 'ipSetId');
  ipSets.delete(IpSetId);
  return {};
};
