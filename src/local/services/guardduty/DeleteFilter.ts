import type { DeleteFilterRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, known } from './detector.ts';

export const DeleteFilter: Operation<DeleteFilterRequest, object> = (input, call) => {
  const { filters } = findDetector(input.DetectorId, call);
  filters.delete(known(filters.get(input.FilterName ?? ''), 'filterName').name);
  return {};
};
