import { expect, test } from 'vitest';
import { systemClock } from '../endpoint/clock.ts';
import { ManualClock } from '../endpoint/manual-clock.ts';
import { allServices } from '../services/index.ts';
import { createWorld } from './create-world.ts';

test('without settings a world is as strict as AWS', () => {
  expect(createWorld().settings).toEqual({
    clock: systemClock,
    quotas: true,
    deliverLastTrailEvent: true,
    readLagMs: 0,
  });
});

test('each setting can be changed alone', () => {
  const clock = new ManualClock();
  expect(createWorld({ clock, quotas: false }).settings).toMatchObject({
    clock,
    quotas: false,
    readLagMs: 0,
  });
});

test('a world serves every service, each once', () => {
  expect([...createWorld().services.values()]).toEqual(allServices);
});
