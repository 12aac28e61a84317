import { parseArn } from '../../domain/arn.ts';
import { canonicalPart } from '../../domain/canonical/part.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { PartName } from '../../domain/parts.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import { orNullFor } from '../aws-error.ts';
import type { AwsCall, CallAws } from '../call-aws.ts';
import { readPages } from '../read-pages.ts';
import { readAlarms } from './alarms.ts';
import { absent, elsewhere, unread } from './unread.ts';

const FILTERS = ['logGroup.metricFilters', 'logGroup.subscriptionFilters'] as const;
const TRANSFORMER = 'logGroup.transformer';
const ALARMS = 'logGroup.alarms';
const NAMES: readonly PartName[] = ['logGroup', ...FILTERS, TRANSFORMER, ALARMS];

/** The log group of a trail in this account, with its filters, its transformer, and the alarms over what its metric filters count. @param groupArn such as `arn:…:log-group:NAME:*` */
export async function readLogGroup(
  groupArn: string,
  { accountId, alarmNames }: DependencyOwner,
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

  const ask = (operation: string, input: JsonObject) => callAws(request(operation, input));

  const metricFiltersRead = readPart(async () =>
    canonicalPart(FILTERS[0], await readFilters('DescribeMetricFilters', 'metricFilters')),
  );
  const [logGroup, metricFilters, subscriptionFilters, transformer, alarms] = await Promise.all([
    readPart(async () => canonicalPart('logGroup', await readSettings(name, ask))),
    metricFiltersRead,
    readPart(async () =>
      canonicalPart(FILTERS[1], await readFilters('DescribeSubscriptionFilters', 'subscriptionFilters')),
    ),
    readPart(async () => canonicalPart(TRANSFORMER, await readTransformer(name, ask))),
    readAlarms(alarmNames, metricFiltersRead, { region: arn.region, callAws }),
  ]);
  if (logGroup.read && logGroup.value === null)
    return absent(NAMES, { never: [...FILTERS, TRANSFORMER, ALARMS], reason: 'there is no such log group' });
  return {
    logGroup,
    [FILTERS[0]]: metricFilters,
    [FILTERS[1]]: subscriptionFilters,
    [TRANSFORMER]: transformer,
    ...(alarms && { [ALARMS]: alarms }),
  };
}

type Ask = (operation: string, input: JsonObject) => Promise<JsonObject>;

/** The description says whether there is a data protection policy; only then is there one to be asked for. */
async function readSettings(name: string, ask: Ask): Promise<JsonObject | null> {
  const group = findGroup(await ask('DescribeLogGroups', { logGroupNamePrefix: name }), name);
  if (!group) return null;
  const { dataProtectionStatus, inheritedProperties = [] } = group;
  const isProtected = dataProtectionStatus === 'ACTIVATED';
  const policy = isProtected && (await ask('GetDataProtectionPolicy', { logGroupIdentifier: name }));
  return {
    ...group,
    inheritedProperties,
    dataProtectionPolicy: policy ? (policy.policyDocument ?? null) : null,
  };
}

/**
 * No description of a group mentions it. AWS does not say what it answers of a group without one: both are taken for that, and so is
 * the refusal for log groups of other classes than Standard, which take none.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetTransformer.html
 */
const readTransformer = (name: string, ask: Ask): Promise<JsonObject | null> =>
  orNullFor(ask('GetTransformer', { logGroupIdentifier: name }), WITHOUT_TRANSFORMER);

const WITHOUT_TRANSFORMER = ['ResourceNotFoundException', 'InvalidOperationException'];

const PAGING = { next: 'nextToken', token: 'nextToken' };

/**
 * The groups whose names start so come sorted: the one of that very name is the first, or none is.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
const findGroup = ({ logGroups }: JsonObject, name: string): JsonObject | null =>
  (Array.isArray(logGroups) ? logGroups.filter(isJsonObject) : []).find(
    ({ logGroupName }) => logGroupName === name,
  ) ?? null;
