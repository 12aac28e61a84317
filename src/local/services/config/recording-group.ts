import type { RecordingGroup } from '@aws-sdk/client-config-service';
import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * What a recorder records, with what AWS fills in.
 * @throws ServiceError `InvalidRecordingGroupException`
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
 */
export function recordingGroupOf(given: RecordingGroup = {}): RecordingGroup {
  const types = given.resourceTypes ?? [];
  const excluded = given.exclusionByResourceTypes?.resourceTypes ?? [];
  const allSupported = given.allSupported ?? (types.length === 0 && excluded.length === 0);
  if (allSupported && (types.length > 0 || excluded.length > 0)) throw invalid();
  if (!allSupported && types.length === 0 && excluded.length === 0) throw invalid();
  if (given.includeGlobalResourceTypes && !allSupported) throw invalid();
  const useOnly = strategyOf(allSupported, excluded.length > 0);
  if (given.recordingStrategy?.useOnly && given.recordingStrategy.useOnly !== useOnly) throw invalid();
  return {
    allSupported,
    includeGlobalResourceTypes: given.includeGlobalResourceTypes ?? false,
    resourceTypes: types,
    exclusionByResourceTypes: { resourceTypes: excluded },
    recordingStrategy: { useOnly },
  };
}

function strategyOf(allSupported: boolean, excludes: boolean) {
  if (allSupported) return 'ALL_SUPPORTED_RESOURCE_TYPES';
  return excludes ? 'EXCLUSION_BY_RESOURCE_TYPES' : 'INCLUSION_BY_RESOURCE_TYPES';
}

const invalid = () =>
  new ServiceError(
    'InvalidRecordingGroupException',
    'The recording group provided is not valid: it names all resource types, some, or some to leave out.',
  );
