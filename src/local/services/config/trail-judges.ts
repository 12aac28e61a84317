import type { ComplianceType } from '@aws-sdk/client-config-service';
import type { World } from '../../endpoint/world.ts';
import { selectsManagementEvent } from '../cloudtrail/selection.ts';
import { isVisibleIn, type Trail } from '../cloudtrail/trail.ts';
import { trailsIn } from '../cloudtrail/trail-store.ts';

/** What a rule says of one resource. */
export interface Judgement {
  readonly resourceType: 'AWS::::Account' | 'AWS::CloudTrail::Trail';
  readonly resourceId: string;
  readonly compliance: ComplianceType;
}

/** Parameters of a rule, all texts. */
type Parameters = Readonly<Record<string, string | undefined>>;
type Trails = readonly Trail[];

/** Says of an account, or of each trail, whether a rule is kept. */
export type Judge = (trails: Trails, accountId: string, parameters: Parameters) => readonly Judgement[];

/** The trails that a rule of one account and Region looks at, the organization's among them. */
export const judgedTrails = (world: World, accountId: string, region: string): Trails =>
  [...trailsIn(world, accountId).values()].filter((trail) => isVisibleIn(trail, region));

const ofAccount =
  (isKept: (trail: Trail, parameters: Parameters) => boolean): Judge =>
  (trails, accountId, parameters) => [
    {
      resourceType: 'AWS::::Account',
      resourceId: accountId,
      compliance: trails.some((trail) => isKept(trail, parameters)) ? 'COMPLIANT' : 'NON_COMPLIANT',
    },
  ];

const ofEachTrail =
  (isKept: (trail: Trail) => boolean): Judge =>
  (trails) =>
    trails.map((trail) => ({
      resourceType: 'AWS::CloudTrail::Trail',
      resourceId: trail.arn,
      compliance: isKept(trail) ? 'COMPLIANT' : 'NON_COMPLIANT',
    }));

/** The three parameters that rules on "a trail" have in common. */
const deliversTo = ({ settings }: Trail, wanted: Parameters): boolean =>
  (wanted.s3BucketName ?? settings.S3BucketName) === settings.S3BucketName &&
  (wanted.snsTopicArn ?? settings.SnsTopicARN) === settings.SnsTopicARN &&
  (wanted.cloudWatchLogsLogGroupArn ?? settings.CloudWatchLogsLogGroupArn) ===
    settings.CloudWatchLogsLogGroupArn;

/** Sources that selectors can leave out, beside one that they cannot. */
const SOURCES = ['iam.amazonaws.com', 'kms.amazonaws.com', 'rdsdata.amazonaws.com'];

const logsAllManagementEvents = ({ selectors }: Trail): boolean =>
  SOURCES.every((eventSource) =>
    [true, false].every((readOnly) => selectsManagementEvent(selectors, { eventSource, readOnly })),
  );

const isMultiRegion = (trail: Trail): boolean => trail.isLogging && trail.settings.IsMultiRegionTrail;

/**
 * AWS's managed rules on trails, by their identifiers. All are periodic.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/cloudtrail-enabled.html and its like
 */
export const trailJudges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['CLOUD_TRAIL_ENABLED', ofAccount((trail, wanted) => trail.isLogging && deliversTo(trail, wanted))],
  [
    'MULTI_REGION_CLOUD_TRAIL_ENABLED',
    ofAccount(
      (trail, wanted) => isMultiRegion(trail) && logsAllManagementEvents(trail) && deliversTo(trail, wanted),
    ),
  ],
  [
    'CLOUDTRAIL_SECURITY_TRAIL_ENABLED',
    ofAccount(
      (trail) =>
        isMultiRegion(trail) &&
        logsAllManagementEvents(trail) &&
        trail.settings.IncludeGlobalServiceEvents &&
        trail.settings.LogFileValidationEnabled &&
        trail.settings.KmsKeyId !== undefined,
    ),
  ],
  ['CLOUD_TRAIL_ENCRYPTION_ENABLED', ofEachTrail(({ settings }) => settings.KmsKeyId !== undefined)],
  [
    'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
    ofEachTrail(({ settings }) => settings.LogFileValidationEnabled),
  ],
  [
    'CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED',
    ofEachTrail(({ settings }) => settings.CloudWatchLogsLogGroupArn !== undefined),
  ],
]);
