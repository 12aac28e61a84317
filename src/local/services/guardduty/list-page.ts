import { page } from '../../endpoint/page.ts';

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Every list of GuardDuty comes in pages of at most 50. */
export const listPage = <T>(items: readonly T[], { MaxResults = 50, NextToken }: PageInput) =>
  page(items, { limit: MaxResults, token: NextToken, badTokenCode: 'BadRequestException' });
