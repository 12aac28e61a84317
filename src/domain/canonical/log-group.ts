import { asJsonObject, type JsonObject } from '../json.ts';
import type { LogGroupSettings, NamedFilter } from '../parts.ts';
import { numberOrNull, objectsOf, sortedByContent, textOf, textOrNull } from './fields.ts';
import { canonicalObject } from './json-value.ts';

/**
 * A group that had a data protection policy once says so ever after: that is none.
 * @param group one of `logGroups` of DescribeLogGroups
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
 */
export function canonicalLogGroup(group: unknown): LogGroupSettings {
  const { retentionInDays, kmsKeyId, dataProtectionStatus } = asJsonObject(group);
  return {
    retentionInDays: numberOrNull(retentionInDays),
    kmsKeyId: textOrNull(kmsKeyId),
    dataProtectionStatus: dataProtectionStatus === 'ACTIVATED' ? 'ACTIVATED' : null,
  };
}

/** @param filters `metricFilters` or `subscriptionFilters`, all pages; when they were made is left out, and of what group */
export const canonicalFilters = (filters: unknown): readonly NamedFilter[] =>
  sortedByContent(objectsOf(filters).map(filter));

function filter({ creationTime: _, logGroupName: __, ...others }: JsonObject): NamedFilter {
  const { filterName, ...rest } = canonicalObject(others);
  return { filterName: textOf(filterName), ...rest };
}
