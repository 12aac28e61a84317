import { asJsonObject, isJsonObject, type JsonObject } from '../json.ts';
import type { LogGroupSettings, NamedFilter, Transformer } from '../parts.ts';
import { numberOrNull, objectsOf, sortedByContent, textOf, textOrNull, textsOf } from './fields.ts';
import { canonicalObject } from './json-value.ts';

/**
 * A group that had a data protection policy once says so ever after: that is none.
 * @param group one of `logGroups` of DescribeLogGroups, with the `dataProtectionPolicy` that GetDataProtectionPolicy answers as text
 * @throws Error when that is no JSON object
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
 */
export function canonicalLogGroup(group: unknown): LogGroupSettings {
  const settings = asJsonObject(group);
  const { retentionInDays, kmsKeyId, dataProtectionStatus, dataProtectionPolicy } = settings;
  return {
    retentionInDays: numberOrNull(retentionInDays),
    kmsKeyId: textOrNull(kmsKeyId),
    dataProtectionStatus: dataProtectionStatus === 'ACTIVATED' || dataProtectionPolicy ? 'ACTIVATED' : null,
    ...('dataProtectionPolicy' in settings && {
      dataProtectionPolicy: canonicalProtection(dataProtectionPolicy),
    }),
    ...('inheritedProperties' in settings && {
      inheritedProperties: textsOf(settings.inheritedProperties),
    }),
  };
}

/**
 * What is looked for is a list whose order means nothing.
 * @param policy as text or as a document; null: none
 * @throws Error when it is neither
 */
export function canonicalProtection(policy: unknown): JsonObject | null {
  if (policy === null || policy === undefined) return null;
  const document: unknown = typeof policy === 'string' ? JSON.parse(policy) : policy;
  if (!isJsonObject(document)) throw new Error('the data protection policy is no JSON object');
  const { Statement, ...others } = document;
  return {
    ...canonicalObject(others),
    Statement: objectsOf([Statement].flat()).map((statement) =>
      canonicalObject(
        Array.isArray(statement.DataIdentifier)
          ? { ...statement, DataIdentifier: textsOf(statement.DataIdentifier) }
          : statement,
      ),
    ),
  };
}

/** Whether there must be a policy: one that somebody declares says so without its status. Undefined: the baseline says nothing of it. */
export const protectionOf = ({
  dataProtectionStatus: status,
  dataProtectionPolicy: policy,
}: LogGroupSettings): LogGroupSettings['dataProtectionStatus'] =>
  policy ? 'ACTIVATED' : status === undefined ? policy : status;

/** A transformer has one processor at least: without any, there is none. @param transformer as GetTransformer answers */
export function canonicalTransformer(transformer: unknown): Transformer | null {
  const processors = objectsOf(asJsonObject(transformer).transformerConfig);
  return processors.length === 0 ? null : { transformerConfig: processors.map(canonicalObject) };
}

/** @param filters `metricFilters` or `subscriptionFilters`, all pages; when they were made is left out, and of what group */
export const canonicalFilters = (filters: unknown): readonly NamedFilter[] =>
  sortedByContent(objectsOf(filters).map(filter));

function filter({ creationTime: _, logGroupName: __, ...others }: JsonObject): NamedFilter {
  const { filterName, ...rest } = canonicalObject(others);
  return { filterName: textOf(filterName), ...rest };
}
