import { randomBytes } from 'node:crypto';
import type { CreateIPSetRequest, CreateIPSetResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { badRequest, findDetector } from './detector.ts';
import { readAddresses } from './trusted-addresses.ts';

/** Trusts the addresses that an object in S3 lists: no finding is made of what comes from them. There is one such list. */
export const CreateIPSet: Operation<CreateIPSetRequest, CreateIPSetResponse> = (input, call) => {
  refuseUnsupported(input, 'ExpectedBucketOwner');
  const { ipSets } = findDetector(input.DetectorId, call);
  const { Name: name = '', Format: format, Location: location = '', Activate: isActive = false } = input;
  if (format !== 'TXT') throw unsupported(`trusted lists in the format ${format}`);
  if (ipSets.size > 0) {
    throw badRequest('The request is rejected because the maximum number of trusted IP lists is reached.');
  }
  if (!readAddresses(call.world, location)) {
    throw badRequest('The request is rejected because the location of the list cannot be read.');
  }
  const id = randomBytes(16).toString('hex');
  ipSets.set(id, { name, format, location, isActive, tags: input.Tags ?? {} });
  return { IpSetId: id };
};
