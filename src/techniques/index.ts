import type { Technique } from '../domain/technique.ts';
import { advancedSelectorsNarrowed } from './advanced-selectors-narrowed/technique.ts';
import { bucketRedirected } from './bucket-redirected/technique.ts';
import { cloudwatchLogsDetached } from './cloudwatch-logs-detached/technique.ts';
import { deleteTrail } from './delete-trail/technique.ts';
import { encryptionKeySwapped } from './encryption-key-swapped/technique.ts';
import { encryptionRemoved } from './encryption-removed/technique.ts';
import { eventSourcesExcluded } from './event-sources-excluded/technique.ts';
import { globalServiceEventsOff } from './global-service-events-off/technique.ts';
import { logFileValidationOff } from './log-file-validation-off/technique.ts';
import { managementEventsOff } from './management-events-off/technique.ts';
import { multiRegionOff } from './multi-region-off/technique.ts';
import { organizationTrailOff } from './organization-trail-off/technique.ts';
import { prefixChanged } from './prefix-changed/technique.ts';
import { readOnlyEventsOnly } from './read-only-events-only/technique.ts';
import { removeTags } from './remove-tags/technique.ts';
import { snsNotificationRemoved } from './sns-notification-removed/technique.ts';
import { stopLogging } from './stop-logging/technique.ts';
import { writeOnlyEventsOnly } from './write-only-events-only/technique.ts';

/** Every technique, the most severe first: of several that one call shows, the first speaks for it. */
export const TECHNIQUES: readonly Technique[] = [
  stopLogging,
  deleteTrail,
  multiRegionOff,
  organizationTrailOff,
  bucketRedirected,
  encryptionKeySwapped,
  globalServiceEventsOff,
  managementEventsOff,
  readOnlyEventsOnly,
  advancedSelectorsNarrowed,
  logFileValidationOff,
  eventSourcesExcluded,
  cloudwatchLogsDetached,
  snsNotificationRemoved,
  prefixChanged,
  encryptionRemoved,
  writeOnlyEventsOnly,
  removeTags,
];
