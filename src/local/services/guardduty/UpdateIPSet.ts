import type { UpdateIPSetRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { badRequest, findDetector, known } from './detector.ts';
import { readAddresses } from './trusted-addresses.ts';

/** What is not given stays. */
export const UpdateIPSet: Operation<UpdateIPSetRequest, object> = (input, call) => {
  refuseUnsupported(input, 'ExpectedBucketOwner');
  const { ipSets } = findDetector(input.DetectorId, call);
  const before = known(ipSets.get(input.IpSetId ?? ''), 'ipSetId');
  const location = input.Location ?? before.location;
  if (!readAddresses(call.world, location)) {
    throw badRequest('The request is rejected because the location of the list cannot be read.');
  }
  ipSets.set(input.IpSetId ?? '', {
    ...before,
    name: input.Name ?? before.name,
    location,
    isActive: input.Activate ?? before.isActive,
  });
  return {};
};
