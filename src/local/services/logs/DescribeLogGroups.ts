import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  LogGroup as LogGroupView,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accountPoliciesOf } from './account-policies.ts';
import { invalidParameter } from './groups.ts';
import { groupsOf, type LogGroup } from './store.ts';

export const DescribeLogGroups: Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'accountIdentifiers', 'logGroupIdentifiers');
  const {
    logGroupNamePrefix: prefix = '',
    logGroupNamePattern: pattern = '',
    limit = 50,
    nextToken: token,
  } = input;
  if (prefix && pattern)
    throw invalidParameter(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  const matching = [...groupsOf(call.world, call.accountId, call.region).values()]
    .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(pattern.toLowerCase()))
    .filter(({ logGroupClass }) => (input.logGroupClass ?? logGroupClass) === logGroupClass)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(matching, { limit, token, badTokenCode: 'InvalidParameterException' });
  const inherited = [...accountPoliciesOf(call).values()].some(
    ({ policyType }) => policyType === 'DATA_PROTECTION_POLICY',
  );
  return { logGroups: items.map((group) => view(group, inherited)), nextToken };
};

const view = (group: LogGroup, isProtectedByAccount: boolean): LogGroupView => ({
  logGroupName: group.name,
  arn: `${group.arn}:*`,
  logGroupArn: group.arn,
  creationTime: group.createdAt,
  retentionInDays: group.retentionInDays,
  metricFilterCount: group.metricFilters.size,
  storedBytes: 0,
  logGroupClass: group.logGroupClass,
  deletionProtectionEnabled: group.isDeletionProtected,
  kmsKeyId: group.keyArn,
  ...(group.dataProtection && {
    dataProtectionStatus: group.dataProtection.document === undefined ? 'DELETED' : 'ACTIVATED',
  }),
  ...(isProtectedByAccount && { inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] }),
});
