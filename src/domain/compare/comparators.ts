import type { Drift } from '../drift.ts';
import type { PartName, PartValues } from '../parts.ts';
import { compareBucket } from './bucket.ts';
import { compareAcl } from './bucket-acl.ts';
import { compareEncryption } from './bucket-encryption.ts';
import { compareLifecycle } from './bucket-lifecycle.ts';
import { compareBucketLogging } from './bucket-logging.ts';
import { compareNotification } from './bucket-notification.ts';
import { compareObjectLock } from './bucket-object-lock.ts';
import { compareOwnership } from './bucket-ownership.ts';
import { compareBucketPolicy } from './bucket-policy.ts';
import { comparePublicAccessBlock } from './bucket-public-access-block.ts';
import { compareReplication } from './bucket-replication.ts';
import { compareVersioning } from './bucket-versioning.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { compareEventConfiguration } from './event-configuration.ts';
import { compareEventSelectors } from './event-selectors.ts';
import { compareInsightSelectors } from './insight-selectors.ts';
import { compareKey } from './key.ts';
import { compareKeyAliases } from './key-aliases.ts';
import { compareKeyGrants } from './key-grants.ts';
import { compareKeyPolicy } from './key-policy.ts';
import { compareKeyRotation } from './key-rotation.ts';
import { compareLogGroup } from './log-group.ts';
import { compareAlarms } from './log-group-alarms.ts';
import { compareMetricFilters, compareSubscriptionFilters } from './log-group-filters.ts';
import { compareTransformer } from './log-group-transformer.ts';
import { compareRole } from './role.ts';
import { compareTags } from './tags.ts';
import { compareTopic } from './topic.ts';
import { compareTrail } from './trail.ts';

/** What differs in one part, by meaning and not by text. */
export type Comparator<Name extends PartName> = (
  expected: PartValues[Name],
  actual: PartValues[Name],
  trail: ComparedTrail,
) => readonly Drift[];

/** Every part with what compares it. */
export const COMPARATORS: { readonly [Name in PartName]: Comparator<Name> } = {
  trail: compareTrail,
  eventSelectors: compareEventSelectors,
  insightSelectors: compareInsightSelectors,
  eventConfiguration: compareEventConfiguration,
  tags: compareTags,
  bucket: compareBucket,
  'bucket.policy': compareBucketPolicy,
  'bucket.publicAccessBlock': comparePublicAccessBlock,
  'bucket.versioning': compareVersioning,
  'bucket.lifecycle': compareLifecycle,
  'bucket.encryption': compareEncryption,
  'bucket.ownership': compareOwnership,
  'bucket.acl': compareAcl,
  'bucket.objectLock': compareObjectLock,
  'bucket.notification': compareNotification,
  'bucket.replication': compareReplication,
  'bucket.logging': compareBucketLogging,
  key: compareKey,
  'key.policy': compareKeyPolicy,
  'key.rotation': compareKeyRotation,
  'key.grants': compareKeyGrants,
  'key.aliases': compareKeyAliases,
  topic: compareTopic,
  logGroup: compareLogGroup,
  'logGroup.metricFilters': compareMetricFilters,
  'logGroup.subscriptionFilters': compareSubscriptionFilters,
  'logGroup.transformer': compareTransformer,
  'logGroup.alarms': compareAlarms,
  role: compareRole,
};
