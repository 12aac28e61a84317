import { expect, it } from 'vitest';
import type { BasicSelector } from '../parts.ts';
import { floorMistakes } from './baseline-floor.ts';
import { baselineWith } from './baseline-test-kit.ts';

const selector = (more: Partial<BasicSelector>): BasicSelector => ({
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
  ...more,
});

it('a baseline that records something and delivers it is above the floor', () => {
  const writesOnly = { EventSelectors: [selector({ ReadWriteType: 'WriteOnly' })] };
  expect(floorMistakes(baselineWith({ parts: { eventSelectors: writesOnly } }))).toEqual([]);
  expect(floorMistakes(baselineWith())).toEqual([]);
});

it('one whose selectors take no event is below it, whoever approved it', () => {
  const nothing = { EventSelectors: [selector({ IncludeManagementEvents: false })] };
  expect(floorMistakes(baselineWith({ parts: { eventSelectors: nothing } })).join()).toContain(
    'record something',
  );
});

it('one that says that there is no bucket is below it', () => {
  expect(floorMistakes(baselineWith({ parts: { bucket: null } })).join()).toContain('deliver to a bucket');
});

it('a trail that is no longer guarded owes nothing', () => {
  expect(floorMistakes(baselineWith({ state: 'retired', parts: { bucket: null } }))).toEqual([]);
});
