import type { Drift, DriftPath } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { TrailSettings } from '../parts.ts';

type Field = keyof TrailSettings;

/** What one UpdateTrail sets, and what that puts back. */
interface Update {
  readonly input: JsonObject;
  readonly paths: readonly DriftPath[];
}

/**
 * The UpdateTrail calls for what drifted: each changes only what it is given. One for all, because CloudTrail checks every
 * destination in every call. But settings whose destination is impaired itself may be refused and would take the others along:
 * those come last, in calls of their own.
 * @param weaker all drifts of the trail that are to be put back
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
 */
export function updatesFor(weaker: readonly Drift[], settings: TrailSettings): readonly Update[] {
  const paths = new Set<DriftPath>(weaker.map(({ path }) => path));
  const impaired = new Set(weaker.map(({ path }) => path.split('.', 1).join()));
  const drifted = GROUPS.map(({ fields, needs }) => ({
    fields: fields.filter((field) => paths.has(`trail.${field}`)),
    isSound: !needs.some((part) => impaired.has(part)),
  })).filter(({ fields }) => fields.length > 0);
  const sound = drifted.filter(({ isSound }) => isSound).flatMap(({ fields }) => fields);
  const others = drifted.filter(({ isSound }) => !isSound).map(({ fields }) => fields);
  return [sound, ...others].filter((fields) => fields.length > 0).map((fields) => updateOf(fields, settings));
}

/** Settings that stand or fall together. */
interface Group {
  readonly fields: readonly Field[];
  /** The parts that have to be in order for it. */
  readonly needs: readonly string[];
}

const GROUPS: readonly Group[] = [
  {
    fields: [
      'IsMultiRegionTrail',
      'IncludeGlobalServiceEvents',
      'IsOrganizationTrail',
      'LogFileValidationEnabled',
      'RecursiveLogging',
    ],
    needs: [],
  },
  // Bucket and key have to be in the same Region: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html#API_UpdateTrail_Errors
  { fields: ['S3BucketName', 'S3KeyPrefix', 'KmsKeyId'], needs: ['bucket', 'key'] },
  { fields: ['CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'], needs: ['logGroup', 'role'] },
  { fields: ['SnsTopicARN'], needs: ['topic'] },
];

function updateOf(drifted: readonly Field[], settings: TrailSettings): Update {
  const fields = new Set(drifted.flatMap((field) => [field, ...(COMPANIONS[field] ?? [])]));
  return {
    input: inputOf([...fields], settings, ''),
    paths: drifted.map((field) => `trail.${field}` as const),
  };
}

/**
 * What has to be given together: a log group with its role, and "Multi-Region trail must include global service events".
 * @see https://github.com/hashicorp/terraform/issues/4723
 */
const COMPANIONS: Readonly<Partial<Record<Field, readonly Field[]>>> = {
  IsMultiRegionTrail: ['IncludeGlobalServiceEvents'],
  CloudWatchLogsLogGroupArn: ['CloudWatchLogsRoleArn'],
  CloudWatchLogsRoleArn: ['CloudWatchLogsLogGroupArn'],
};

/**
 * Settings by the names under which CreateTrail and UpdateTrail take them; a topic may be given by its ARN.
 * @param none what is given for a setting that shall not be there: an empty text takes it away, undefined leaves it out
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cloudtrail/trail.go, which clears so
 */
export function inputOf(fields: readonly Field[], settings: TrailSettings, none: '' | undefined): JsonObject {
  const values = fields.map((field) => [INPUT_NAMES[field] ?? field, settings[field] ?? none] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

const INPUT_NAMES: Readonly<Partial<Record<Field, string>>> = {
  LogFileValidationEnabled: 'EnableLogFileValidation',
  SnsTopicARN: 'SnsTopicName',
};

/** All of them, as far as the baseline declares them. */
export const EVERY_FIELD: readonly Field[] = GROUPS.flatMap(({ fields }) => fields);
