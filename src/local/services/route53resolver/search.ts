import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { invalidParameter } from './query-log-config.ts';

/** What the lists of this service can be asked for. */
export interface Search {
  readonly MaxResults?: number;
  readonly NextToken?: string;
  readonly SortBy?: string;
  readonly SortOrder?: string;
  readonly Filters?: readonly { readonly Name?: string; readonly Values?: readonly string[] }[];
}

/**
 * One page of those that pass all filters, which go by the names of AWS's members.
 * @throws ServiceError `InvalidParameterException` for a filter that there is not, `InvalidNextTokenException`
 */
export function search<T extends object>(all: readonly T[], input: Search, filterNames: readonly string[]) {
  refuseUnsupported(input, 'SortBy', 'SortOrder');
  const filters = input.Filters ?? [];
  const unknown = filters.find(({ Name = '' }) => !filterNames.includes(Name));
  if (unknown) throw invalidParameter(`The filter name is not valid: ${unknown.Name}.`);
  const found = all.filter((one) =>
    filters.every(({ Name = '', Values = [] }) => Values.includes(String(Object(one)[Name]))),
  );
  const { items, nextToken } = page(found, {
    limit: input.MaxResults ?? 100,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return { items, NextToken: nextToken, TotalCount: all.length, TotalFilteredCount: found.length };
}
