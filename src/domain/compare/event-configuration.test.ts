import { describe, expect, test } from 'vitest';
import { compareEventConfiguration } from './event-configuration.ts';

const aggregating = (...Templates: readonly string[]) => ({
  AggregationConfigurations: [{ EventCategory: 'Data', Templates }],
});
const NOTHING = { AggregationConfigurations: [] };
const told = (...[expected, actual]: Parameters<typeof compareEventConfiguration>) =>
  compareEventConfiguration(expected, actual).map(
    (drift) => `${drift.class} ${drift.path}: ${drift.evidence}`,
  );

describe('compareEventConfiguration', () => {
  test('a summary that is no longer made is weaker, one more is stronger: the events themselves are recorded as before', () => {
    const both = aggregating('API_ACTIVITY', 'USER_ACTIONS');
    const path = 'eventConfiguration.AggregationConfigurations';
    expect(told(both, aggregating('API_ACTIVITY'))).toEqual([`weaker ${path}: without Data USER_ACTIONS`]);
    expect(told(NOTHING, both)).toEqual([`stronger ${path}: also Data API_ACTIVITY, Data USER_ACTIONS`]);
    expect(told(both, aggregating('USER_ACTIONS', 'API_ACTIVITY'))).toEqual([]);
  });

  test('nothing and an empty list are the same', () => {
    expect(told({}, NOTHING)).toEqual([]);
  });

  test('smaller events and fewer context keys are weaker', () => {
    const rich = { MaxEventSize: 'Large', ContextKeySelectors: [{ Type: 'TagContext', Equals: ['team'] }] };
    expect(told(rich, { MaxEventSize: 'Standard' })).toEqual([
      'weaker eventConfiguration.ContextKeySelectors: without TagContext team',
      'weaker eventConfiguration.MaxEventSize: without Large',
    ]);
  });
});
