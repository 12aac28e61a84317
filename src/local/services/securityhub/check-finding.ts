import type { AwsSecurityFinding, ImportFindingsError } from '@aws-sdk/client-securityhub';
import type { Call } from '../../endpoint/operation.ts';

const MAX_BYTES = 240 * 1024;
const REQUIRED = [
  'SchemaVersion',
  'Id',
  'ProductArn',
  'GeneratorId',
  'AwsAccountId',
  'CreatedAt',
  'UpdatedAt',
  'Title',
  'Description',
] as const;

/**
 * Why a finding cannot be imported; undefined when it can.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html
 */
export function findingFault(finding: AwsSecurityFinding, call: Call): ImportFindingsError | undefined {
  const missing = REQUIRED.find((name) => !finding[name]);
  const message = missing ? `${missing} is required.` : faults.find(([is]) => is(finding, call))?.[1];
  return message ? { Id: finding.Id, ErrorCode: 'InvalidInput', ErrorMessage: message } : undefined;
}

type Fault = readonly [is: (finding: AwsSecurityFinding, call: Call) => boolean, message: string];

const faults: readonly Fault[] = [
  [({ SchemaVersion }) => SchemaVersion !== '2018-10-08', 'SchemaVersion must be 2018-10-08.'],
  [({ Resources }) => !Resources?.length, 'Resources must have 1 to 32 items.'],
  [({ Severity }) => !Severity, 'Severity is required.'],
  [({ Title }) => (Title?.length ?? 0) > 256, 'Title must have at most 256 characters.'],
  [({ Description }) => (Description?.length ?? 0) > 1024, 'Description must have at most 1024 characters.'],
  [
    ({ CreatedAt, UpdatedAt }) => Number.isNaN(Date.parse(`${CreatedAt}`) + Date.parse(`${UpdatedAt}`)),
    'CreatedAt and UpdatedAt must be timestamps.',
  ],
  [
    ({ AwsAccountId }, { accountId }) => AwsAccountId !== accountId,
    'AwsAccountId must be the account of the caller.',
  ],
  [
    ({ ProductArn }, call) => ProductArn !== defaultProductOf(call),
    'ProductArn must be the default product of the caller.',
  ],
  [(finding) => Buffer.byteLength(JSON.stringify(finding)) > MAX_BYTES, 'The finding is larger than 240 KB.'],
];

/** The product under which an account imports findings of its own. */
const defaultProductOf = ({ partition, region, accountId }: Call) =>
  `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`;
