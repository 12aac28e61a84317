import type {
  DescribeParametersRequest,
  DescribeParametersResult,
  ParameterStringFilter,
} from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { type FoundVersion, newest } from './find.ts';
import { checkPageSize } from './page-size.ts';
import { parametersOf } from './store.ts';
import { asMetadata } from './view.ts';

export const DescribeParameters: Operation<DescribeParametersRequest, DescribeParametersResult> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'Filters');
  const { ParameterFilters = [], MaxResults = 50, NextToken: token } = input;
  checkPageSize(MaxResults, 50);
  const tests = ParameterFilters.map(testOf);
  const matching = [...parametersOf(call).values()]
    .map(newest)
    .filter((found) => tests.every((test) => test(found)));
  const { items, nextToken } = page(matching, { limit: MaxResults, token, badTokenCode: 'InvalidNextToken' });
  return { Parameters: items.map(asMetadata), NextToken: nextToken };
};

function testOf(filter: ParameterStringFilter): (found: FoundVersion) => boolean {
  const { Key, Option = 'Equals', Values = [] } = filter;
  const compare = COMPARISONS.get(Option);
  const read = FIELDS.get(Key ?? '');
  if (!compare || !read) throw unsupported(`the parameter filter ${Key} ${Option}`);
  return (found) => Values.some((value) => compare(read(found), value));
}

const COMPARISONS = new Map<string, (field: string, value: string) => boolean>([
  ['Equals', (field, value) => field === value],
  ['BeginsWith', (field, value) => field.startsWith(value)],
  ['Contains', (field, value) => field.includes(value)],
]);

const FIELDS = new Map<string, (found: FoundVersion) => string>([
  ['Name', ({ parameter }) => parameter.name],
  ['Type', ({ version }) => version.type],
  ['Tier', ({ version }) => version.tier],
]);
