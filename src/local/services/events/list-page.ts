import { page } from '../../endpoint/page.ts';

/** EventBridge lists up to 100 at a time. */
export const listPage = <T>(
  items: readonly T[],
  { Limit = 100, NextToken }: { Limit?: number | undefined; NextToken?: string | undefined },
) => page(items, { limit: Math.min(Limit, 100), token: NextToken, badTokenCode: 'ValidationException' });
