import { page } from '../../endpoint/page.ts';

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Lists of Security Hub come in pages of at most 100. */
export const listPage = <T>(items: readonly T[], { MaxResults = 100, NextToken }: PageInput) =>
  page(items, { limit: MaxResults, token: NextToken, badTokenCode: 'InvalidInputException' });
