import { describe, expect, it } from 'vitest';
import type { Drift, DriftPath } from '../drift.ts';
import { unrecordedOf } from './gap-regions.ts';
import type { Dark, TrailReport } from './report.ts';

const interval = (from: string, until: string): Dark => ({ from, until, forMs: null });
const first = interval('2026-11-21T09:00:00.000Z', '2026-11-21T09:10:00.000Z');
const second = interval('2026-11-21T09:20:00.000Z', '2026-11-21T09:30:00.000Z');

const reportOf = (path: DriftPath, of: Drift['class'] = 'weaker') =>
  ({
    drifts: [{ path, expected: true, actual: false, class: of, fate: 'put-back' }],
  }) as unknown as TrailReport;

describe('what an incident left unrecorded', () => {
  it.each([
    ['a dark trail: everything, everywhere', { dark: [first] }, [first], 'everywhere'],
    [
      'a trail that is on and takes no writes, too',
      { weakened: [first], reports: [reportOf('eventSelectors.management.write')] },
      [first],
      'everywhere',
    ],
    [
      'one that was both, in order',
      { dark: [second], weakened: [first], reports: [reportOf('eventSelectors.management')] },
      [first, second],
      'everywhere',
    ],
    [
      'one that was limited to its home Region: all others',
      { weakened: [first], reports: [reportOf('trail.IsMultiRegionTrail')] },
      [first],
      'outside-home',
    ],
    [
      'one without the events of global services: those',
      { weakened: [first], reports: [reportOf('trail.IncludeGlobalServiceEvents')] },
      [first],
      'global',
    ],
    [
      'one that records more than it must: nothing',
      { weakened: [first], reports: [reportOf('trail.IsMultiRegionTrail', 'stronger')] },
      [],
      'everywhere',
    ],
    [
      'one whose key was disabled: nothing that event history would tell better',
      { weakened: [first], reports: [reportOf('key.state')] },
      [],
      'everywhere',
    ],
  ] as const)('%s', (_, episode, intervals, where) => {
    expect(unrecordedOf(episode)).toEqual({ intervals, where });
  });
});
