import type {
  CompositeFilter,
  GetFindingsV2Request,
  GetFindingsV2Response,
  OcsfStringFilter,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { hubV2Of } from './hub-v2.ts';
import type { OcsfFinding } from './v2-findings.ts';

export const GetFindingsV2: Operation<GetFindingsV2Request, GetFindingsV2Response> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria', 'Scopes');
  const { CompositeFilters: filters = [], CompositeOperator = 'AND' } = input.Filters ?? {};
  const found = [...hubV2Of(call).findings.values()].filter((finding) =>
    combine(CompositeOperator, filters, (filter) => fitsComposite(finding, filter)),
  );
  const { items, nextToken } = page(found, {
    limit: input.MaxResults ?? 100,
    token: input.NextToken,
    badTokenCode: 'ValidationException',
  });
  // The SDK calls them documents: any JSON.
  return { Findings: [...items] as GetFindingsV2Response['Findings'], NextToken: nextToken };
};

function fitsComposite(finding: OcsfFinding, filter: CompositeFilter): boolean {
  const { StringFilters = [], Operator = 'AND', ...others } = filter;
  const [other] = Object.entries(others).flatMap(([name, given]) => (given?.length ? [name] : []));
  if (other) throw unsupported(`the filters ${other}`);
  return combine(Operator, StringFilters, (given) => fitsText(finding, given));
}

/** No filter keeps nothing out. */
const combine = <T>(operator: string, filters: readonly T[], fits: (filter: T) => boolean): boolean =>
  filters.length === 0 || (operator === 'OR' ? filters.some(fits) : filters.every(fits));

/** Fields are paths into a finding; a list on the way stands for each of its elements. */
function fitsText(finding: OcsfFinding, { FieldName, Filter = {} }: OcsfStringFilter): boolean {
  const values = `${FieldName}`
    .split('.')
    .reduce<readonly unknown[]>(
      (found, name) => found.flatMap((value) => [Object(value)[name]].flat()),
      [finding],
    );
  const { Value = '' } = Filter;
  const Comparison = `${Filter.Comparison}`;
  const matches = (value: unknown) => comparisons[Comparison.replace('NOT_', '')]?.(String(value), Value);
  if (!(Comparison.replace('NOT_', '') in comparisons)) throw unsupported(`the comparison ${Comparison}`);
  return values.some(matches) !== Comparison.includes('NOT_');
}

const comparisons: Readonly<Record<string, (actual: string, value: string) => boolean>> = {
  EQUALS: (actual, value) => actual === value,
  PREFIX: (actual, value) => actual.startsWith(value),
  CONTAINS: (actual, value) => actual.includes(value),
};
