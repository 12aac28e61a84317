import type { PartName, PartValues } from '../parts.ts';
import { canonicalAlarms } from './alarm.ts';
import {
  canonicalAcl,
  canonicalBucket,
  canonicalEncryption,
  canonicalLifecycle,
  canonicalLogging,
  canonicalNotification,
  canonicalObjectLock,
  canonicalPublicAccessBlock,
  canonicalReplication,
  canonicalVersioning,
} from './bucket.ts';
import { canonicalEventConfiguration } from './event-configuration.ts';
import { canonicalEventSelectors } from './event-selectors.ts';
import { textOrNull } from './fields.ts';
import { canonicalInsightSelectors } from './insight-selectors.ts';
import { canonicalAliases, canonicalGrants, canonicalKey, canonicalRotation } from './key.ts';
import { canonicalFilters, canonicalLogGroup, canonicalTransformer } from './log-group.ts';
import { canonicalPolicy } from './policy.ts';
import { canonicalRole } from './role.ts';
import { canonicalTags } from './tags.ts';
import { canonicalTopic } from './topic.ts';
import { canonicalTrail } from './trail.ts';

type Canonical = { readonly [Name in PartName]: (value: unknown) => PartValues[Name] };

/** What is not there stays so. */
const orNull =
  <T>(canonical: (value: unknown) => T) =>
  (value: unknown): T | null =>
    value === null || value === undefined ? null : canonical(value);

const CANONICAL: Canonical = {
  trail: canonicalTrail,
  eventSelectors: canonicalEventSelectors,
  insightSelectors: canonicalInsightSelectors,
  eventConfiguration: canonicalEventConfiguration,
  tags: canonicalTags,
  bucket: orNull(canonicalBucket),
  'bucket.policy': orNull(canonicalPolicy),
  'bucket.publicAccessBlock': orNull(canonicalPublicAccessBlock),
  'bucket.versioning': canonicalVersioning,
  'bucket.lifecycle': orNull(canonicalLifecycle),
  'bucket.encryption': orNull(canonicalEncryption),
  'bucket.ownership': textOrNull,
  'bucket.acl': canonicalAcl,
  'bucket.objectLock': orNull(canonicalObjectLock),
  'bucket.notification': canonicalNotification,
  'bucket.replication': orNull(canonicalReplication),
  'bucket.logging': orNull(canonicalLogging),
  key: orNull(canonicalKey),
  'key.policy': canonicalPolicy,
  'key.rotation': orNull(canonicalRotation),
  'key.grants': canonicalGrants,
  'key.aliases': canonicalAliases,
  topic: orNull(canonicalTopic),
  logGroup: orNull(canonicalLogGroup),
  'logGroup.metricFilters': canonicalFilters,
  'logGroup.subscriptionFilters': canonicalFilters,
  'logGroup.transformer': orNull(canonicalTransformer),
  'logGroup.alarms': canonicalAlarms,
  role: orNull(canonicalRole),
};

/** The names of all parts. */
export const PART_NAMES = Object.keys(CANONICAL) as readonly PartName[];

/**
 * The canonical form of a part, of what an SDK answered or of what a person wrote. Canonical of canonical is the same.
 * @throws Error when a policy in it is none
 */
export const canonicalPart = <Name extends PartName>(name: Name, value: unknown): PartValues[Name] =>
  CANONICAL[name](value);
