import { page } from '../../endpoint/page.ts';
import { invalidInput } from './errors.ts';

const MAX_RESULTS = 20;

interface PageInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** Every list of Organizations comes in pages of at most 20. */
export function listPage<T>(items: readonly T[], { NextToken, MaxResults = MAX_RESULTS }: PageInput) {
  if (MaxResults < 1 || MaxResults > MAX_RESULTS) {
    throw invalidInput(`You provided a value for MaxResults that is not between 1 and ${MAX_RESULTS}.`);
  }
  return page(items, { limit: MaxResults, token: NextToken, badTokenCode: 'InvalidInputException' });
}
