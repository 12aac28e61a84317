import type { ListPublicKeysRequest, ListPublicKeysResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { signingKeysOf } from './signing-key.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The keys that digests of a time were signed with in the call's Region; the last day when no time is named. */
export const ListPublicKeys: Operation<ListPublicKeysRequest, ListPublicKeysResponse> = (input, call) => {
  const end = Number(input.EndTime ?? call.world.clock.now());
  if (input.StartTime && +input.StartTime > end) {
    throw new ServiceError('InvalidTimeRangeException', 'The start time is after the end time.');
  }
  const keys = signingKeysOf(call.world, call.region).filter(({ validFrom }) => validFrom <= end);
  return {
    PublicKeyList: keys.map(({ publicKey, fingerprint, validFrom }) => ({
      Value: publicKey,
      Fingerprint: fingerprint,
      ValidityStartTime: new Date(validFrom),
      ValidityEndTime: new Date(validFrom + YEAR_MS),
    })),
  };
};
