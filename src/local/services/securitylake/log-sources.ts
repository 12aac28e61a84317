import type { AwsLogSourceConfiguration, AwsLogSourceName } from '@aws-sdk/client-securitylake';
import type { Call } from '../../endpoint/operation.ts';
import { badRequest, checkLakes, type LogSource } from './data-lake.ts';

/** @see https://docs.aws.amazon.com/security-lake/latest/APIReference/API_AwsLogSourceConfiguration.html */
const NAMES: readonly AwsLogSourceName[] = [
  'CLOUD_TRAIL_MGMT',
  'EKS_AUDIT',
  'LAMBDA_EXECUTION',
  'ROUTE53',
  'S3_DATA',
  'SH_FINDINGS',
  'VPC_FLOW',
  'WAF',
];

const CURRENT_VERSION = '2.0';

/** Where a source is kept. */
export const sourceKey = ({ accountId, region, sourceName }: LogSource): string =>
  `${accountId}\n${region}\n${sourceName}`;

/**
 * The sources that are meant, one for each account and Region.
 * @throws ServiceError `BadRequestException`, `ResourceNotFoundException` for a Region without a lake
 */
export function sourcesMeant(
  configurations: readonly AwsLogSourceConfiguration[] | undefined,
  call: Call,
): readonly LogSource[] {
  return (configurations ?? []).flatMap(({ accounts, regions = [], sourceName, sourceVersion }) => {
    if (!sourceName || !NAMES.includes(sourceName)) throw badRequest(`There is no source ${sourceName}.`);
    checkLakes(regions, call);
    return (accounts ?? [call.accountId]).flatMap((accountId) =>
      regions.map((region) => ({
        accountId,
        region,
        sourceName,
        sourceVersion: sourceVersion ?? CURRENT_VERSION,
      })),
    );
  });
}
