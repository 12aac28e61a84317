import type { TestMetricFilterRequest, TestMetricFilterResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { filterPattern as readFilterPattern } from './filter-pattern.ts';

/** Without the values that AWS extracts from each event. */
export const TestMetricFilter: Operation<TestMetricFilterRequest, TestMetricFilterResponse> = ({
  filterPattern = '',
  logEventMessages = [],
}) => {
  const passes = readFilterPattern(filterPattern);
  const matches = logEventMessages
    .map((eventMessage, i) => ({ eventNumber: i + 1, eventMessage, extractedValues: {} }))
    .filter(({ eventMessage }) => passes(eventMessage));
  return { matches };
};
