import { parseArn } from '../../domain/arn.ts';
import { canonicalPart } from '../../domain/canonical/part.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { PartName } from '../../domain/parts.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import type { AwsCall, CallAws } from '../call-aws.ts';
import { readPages } from '../read-pages.ts';
import { absent, elsewhere, unread } from './unread.ts';

const FILTERS = ['logGroup.metricFilters', 'logGroup.subscriptionFilters'] as const;
const NAMES: readonly PartName[] = ['logGroup', ...FILTERS];

/** The log group of a trail in this account, with its filters. @param groupArn such as `arn:…:log-group:NAME:*` */
export async function readLogGroup(
  groupArn: string,
  { accountId }: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const arn = parseArn(groupArn);
  const name = arn?.resource.split(':')[1];
  if (!arn || !name) return unread(NAMES, 'its ARN is none of a log group');
  if (arn.accountId !== accountId)
    return elsewhere(NAMES, `the log group belongs to account ${arn.accountId}`);
  const request = (operation: string, input: JsonObject): AwsCall => ({
    service: 'logs',
    operation,
    region: arn.region,
    input,
  });
  const readFilters = (operation: string, items: string) =>
    readPages(request(operation, { logGroupName: name }), { items, ...PAGING }, callAws);

  const [logGroup, metricFilters, subscriptionFilters] = await Promise.all([
    readPart(async () => {
      const answer = await callAws(request('DescribeLogGroups', { logGroupNamePrefix: name }));
      return canonicalPart('logGroup', findGroup(answer, name));
    }),
    readPart(async () =>
      canonicalPart(FILTERS[0], await readFilters('DescribeMetricFilters', 'metricFilters')),
    ),
    readPart(async () =>
      canonicalPart(FILTERS[1], await readFilters('DescribeSubscriptionFilters', 'subscriptionFilters')),
    ),
  ]);
  if (logGroup.read && logGroup.value === null)
    return absent(NAMES, { never: FILTERS, reason: 'there is no such log group' });
  return { logGroup, [FILTERS[0]]: metricFilters, [FILTERS[1]]: subscriptionFilters };
}

const PAGING = { next: 'nextToken', token: 'nextToken' };

/**
 * The groups whose names start so come sorted: the one of that very name is the first, or none is.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
const findGroup = ({ logGroups }: JsonObject, name: string): JsonObject | null =>
  (Array.isArray(logGroups) ? logGroups.filter(isJsonObject) : []).find(
    ({ logGroupName }) => logGroupName === name,
  ) ?? null;
