import type { Call } from '../../endpoint/operation.ts';
import type { MetricAlarm } from './store.ts';

/** What every new alarm has, whatever it watches. */
export const newAlarm = (
  name: string,
  { world, partition, region, accountId }: Call,
): Omit<MetricAlarm, 'kind' | 'settings'> => ({
  name,
  arn: `arn:${partition}:cloudwatch:${region}:${accountId}:alarm:${name}`,
  tags: new Map(),
  configuredAt: world.clock.now(),
  state: 'INSUFFICIENT_DATA',
  stateReason: 'Unchecked: Initial alarm creation',
  stateReasonData: undefined,
  stateChangedAt: world.clock.now(),
  stop: () => {},
});
