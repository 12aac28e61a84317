import type { ListDetectorsRequest, ListDetectorsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { detectorSlotOf } from './detector.ts';

/** There is at most one. */
export const ListDetectors: Operation<ListDetectorsRequest, ListDetectorsResponse> = (_input, call) => ({
  DetectorIds: [detectorSlotOf(call).detector ?? []].flat().map(({ id }) => id),
});
