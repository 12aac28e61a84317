import { unsupported } from '../../endpoint/unsupported.ts';
import { jsonFilter } from './json-filter.ts';
import { invalidPattern } from './pattern-error.ts';
import { textFilter } from './text-filter.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
const MAX_CHARACTERS = 1024;

/**
 * Which log events a filter pattern lets through; an empty one lets all.
 * @throws ServiceError `InvalidParameterException`; by name for patterns of fields and regular expressions
 */
export function filterPattern(pattern: string): (message: string) => boolean {
  if (pattern.length > MAX_CHARACTERS) throw invalidPattern();
  if (/^\s*\[/.test(pattern)) throw unsupported('filter patterns for space-delimited fields');
  return /^\s*\{/.test(pattern) ? jsonFilter(pattern) : textFilter(pattern);
}
