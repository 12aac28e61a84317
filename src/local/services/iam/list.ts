import { page } from '../../endpoint/page.ts';

interface ListRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** One page of a list in IAM's words. */
export function listPage<T>(items: readonly T[], { Marker, MaxItems = 100 }: ListRequest) {
  const { items: onPage, nextToken } = page(items, {
    limit: MaxItems,
    token: Marker,
    badTokenCode: 'ValidationError',
  });
  return {
    items: onPage,
    more: { IsTruncated: nextToken !== undefined, ...(nextToken && { Marker: nextToken }) },
  };
}
