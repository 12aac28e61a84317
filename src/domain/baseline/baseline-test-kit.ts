import { BASELINE_SCHEMA, type Baseline } from './baseline.ts';
import type { BaselineKey, StoredBaseline } from './baseline-store.ts';

const TRAIL = {
  name: 'main',
  arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main',
  accountId: '111122223333',
  homeRegion: 'us-east-1',
} as const;

const SETTINGS: Baseline['parts']['trail'] = {
  S3BucketName: 'audit-logs',
  S3KeyPrefix: null,
  SnsTopicARN: null,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: null,
  CloudWatchLogsRoleArn: null,
  KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

export const KEY: BaselineKey = { name: TRAIL.name, homeRegion: TRAIL.homeRegion };
export const GUARD = 'arn:aws:iam::111122223333:role/trailkeeper';
export const OPERATOR = 'arn:aws:iam::111122223333:role/ops/Operator';
/** As Parameter Store names who wrote a version. */
export const sessionOf = (roleArn: string): string =>
  `arn:aws:sts::111122223333:assumed-role/${roleArn.split('/').at(-1)}/session`;

/** A trail's baseline as it is adopted at deployment, with what a test is about. */
export const baselineWith = ({ parts, approval, ...more }: Changes = {}): Baseline => ({
  schema: BASELINE_SCHEMA,
  trail: TRAIL,
  version: 1,
  approval: { how: 'deployment', at: '2026-11-21T12:00:00Z', by: GUARD, reason: null, ...approval },
  state: 'guarded',
  mode: null,
  bucketOwner: '111122223333',
  organizationId: null,
  ...more,
  parts: { trail: SETTINGS, ...parts },
});

type Changes = Partial<Omit<Baseline, 'approval' | 'parts'>> & {
  readonly approval?: Partial<Baseline['approval']>;
  readonly parts?: Partial<Baseline['parts']>;
};

/** A stored version that fits the rules, with what a test is about. */
export const storedWith = (baseline: Baseline, more: Partial<StoredBaseline> = {}): StoredBaseline => ({
  key: KEY,
  content: { baseline },
  parameterVersion: baseline.version,
  at: Date.parse(baseline.approval.at),
  writer: { read: true, value: sessionOf(GUARD) },
  strays: [],
  ...more,
});
