import { systemClock } from '../endpoint/clock.ts';
import { World, type WorldSettings } from '../endpoint/world.ts';
import { allServices } from '../services/index.ts';

const defaults: WorldSettings = {
  clock: systemClock,
  quotas: true,
  deliverLastTrailEvent: true,
  readLagMs: 0,
};

/** An embedded AWS without accounts' contents. Without settings it behaves as AWS does, as strictly. */
export const createWorld = (settings: Partial<WorldSettings> = {}, services = allServices): World =>
  new World({ ...defaults, ...settings }, services);
