import type { DescribeStandardsRequest, DescribeStandardsResponse } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { listPage } from './list-page.ts';
import { DEFAULT_STANDARDS, standardArn, standards } from './standards.ts';

/** The standards served here. */
export const DescribeStandards: Operation<DescribeStandardsRequest, DescribeStandardsResponse> = (
  input,
  call,
) => {
  hubOf(call);
  const { items, nextToken } = listPage(standards, input);
  return {
    Standards: items.map((standard) => ({
      StandardsArn: standardArn(standard, call.region),
      Name: standard.name,
      Description: standard.name,
      EnabledByDefault: DEFAULT_STANDARDS.includes(standard.id),
      StandardsManagedBy: { Company: 'AWS', Product: 'Security Hub' },
    })),
    NextToken: nextToken,
  };
};
