import { partitionOf } from '../../endpoint/partition.ts';
import type { HubPlace } from './hub.ts';

/** A check that standards have in common. */
export interface SecurityControl {
  /** `CloudTrail.1` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: 'LOW' | 'MEDIUM' | 'HIGH';
  /** The managed rule of AWS Config behind it. */
  readonly rule: string;
}

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html */
const controls: readonly SecurityControl[] = [
  {
    id: 'CloudTrail.1',
    title:
      'CloudTrail should be enabled and configured with at least one multi-Region trail that includes read and write management events',
    description:
      'This control checks whether there is at least one multi-Region AWS CloudTrail trail that captures read and write management events.',
    severity: 'HIGH',
    rule: 'MULTI_REGION_CLOUD_TRAIL_ENABLED',
  },
  {
    id: 'CloudTrail.2',
    title: 'CloudTrail should have encryption at-rest enabled',
    description:
      'This control checks whether CloudTrail is configured to use the server-side encryption (SSE) AWS KMS key encryption. The control fails if the KmsKeyId is not defined.',
    severity: 'MEDIUM',
    rule: 'CLOUD_TRAIL_ENCRYPTION_ENABLED',
  },
  {
    id: 'CloudTrail.4',
    title: 'CloudTrail log file validation should be enabled',
    description:
      'This control checks whether log file integrity validation is enabled on a CloudTrail trail.',
    severity: 'LOW',
    rule: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
  },
  {
    id: 'CloudTrail.5',
    title: 'CloudTrail trails should be integrated with Amazon CloudWatch Logs',
    description:
      'This control checks whether CloudTrail trails are configured to send logs to CloudWatch Logs. The control fails if the CloudWatchLogsLogGroupArn property of the trail is empty.',
    severity: 'LOW',
    rule: 'CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED',
  },
];

export interface Standard {
  /** What ARNs of subscriptions and controls name it by. */
  readonly id: string;
  readonly name: string;
  /** What follows `arn:aws:securityhub:REGION::` in its own ARN; the oldest has no Region. */
  readonly arnPart: string;
  readonly isRegional: boolean;
  readonly findingType: string;
  /** What a finding of one of its controls has as generator. */
  readonly generatorOf: (controlId: string) => string;
  /** Its own ids for the controls. */
  readonly controls: ReadonlyMap<string, SecurityControl>;
}

const byOwnIds = (ids: Readonly<Record<string, string>>): Standard['controls'] =>
  new Map(
    Object.entries(ids).flatMap(([ownId, id]) =>
      controls.filter((control) => control.id === id).map((control) => [ownId, control] as const),
    ),
  );

const CHECKS = 'Software and Configuration Checks/Industry and Regulatory Standards';
const FSBP = 'aws-foundational-security-best-practices/v/1.0.0';
const CIS_1_2 = 'cis-aws-foundations-benchmark/v/1.2.0';
const CIS_1_4 = 'cis-aws-foundations-benchmark/v/1.4.0';

/**
 * The standards served here, with their controls of trails.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/sample-control-findings.html
 */
export const standards: readonly Standard[] = [
  {
    id: FSBP,
    name: 'AWS Foundational Security Best Practices v1.0.0',
    arnPart: `standards/${FSBP}`,
    isRegional: true,
    findingType: `${CHECKS}/AWS-Foundational-Security-Best-Practices`,
    generatorOf: (controlId) => `${FSBP}/${controlId}`,
    controls: byOwnIds({
      'CloudTrail.1': 'CloudTrail.1',
      'CloudTrail.2': 'CloudTrail.2',
      'CloudTrail.4': 'CloudTrail.4',
      'CloudTrail.5': 'CloudTrail.5',
    }),
  },
  {
    id: CIS_1_2,
    name: 'CIS AWS Foundations Benchmark v1.2.0',
    arnPart: `ruleset/${CIS_1_2}`,
    isRegional: false,
    findingType: `${CHECKS}/CIS AWS Foundations Benchmark`,
    generatorOf: (controlId) => `arn:aws:securityhub:::ruleset/${CIS_1_2}/rule/${controlId}`,
    controls: byOwnIds({
      '2.1': 'CloudTrail.1',
      '2.2': 'CloudTrail.4',
      '2.4': 'CloudTrail.5',
      '2.7': 'CloudTrail.2',
    }),
  },
  {
    id: CIS_1_4,
    name: 'CIS AWS Foundations Benchmark v1.4.0',
    arnPart: `standards/${CIS_1_4}`,
    isRegional: true,
    findingType: `${CHECKS}/CIS AWS Foundations Benchmark`,
    generatorOf: (controlId) => `${CIS_1_4}/${controlId}`,
    controls: byOwnIds({
      '3.1': 'CloudTrail.1',
      '3.2': 'CloudTrail.4',
      '3.4': 'CloudTrail.5',
      '3.7': 'CloudTrail.2',
    }),
  },
];

/** What EnableSecurityHub enables by itself. */
export const DEFAULT_STANDARDS: readonly string[] = [FSBP, CIS_1_2];

export const standardOf = (id: string): Standard | undefined =>
  standards.find((standard) => standard.id === id);

type Place = Pick<HubPlace, 'accountId' | 'region'>;

export const standardArn = ({ arnPart, isRegional }: Standard, region: string): string =>
  `arn:${partitionOf(region)}:securityhub:${isRegional ? region : ''}::${arnPart}`;

export const subscriptionArn = ({ id }: Standard, place: Place): string => arnIn(place, `subscription/${id}`);

export const controlArn = ({ id }: Standard, controlId: string, place: Place): string =>
  arnIn(place, `control/${id}/${controlId}`);

export const arnIn = ({ accountId, region }: Place, resource: string): string =>
  `arn:${partitionOf(region)}:securityhub:${region}:${accountId}:${resource}`;
