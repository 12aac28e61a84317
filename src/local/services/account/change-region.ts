import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type RegionStatus, regionStatus, setRegionStatus } from './regions.ts';

/** AWS says "a few minutes to several hours". */
const CHANGED_AFTER_MS = 60 * 1000;

interface Change {
  readonly from: RegionStatus;
  readonly meanwhile: RegionStatus;
  readonly to: RegionStatus;
}

/** @throws ServiceError `ValidationException`, `ConflictException` while the Region is being changed the other way */
export function changeRegion(region: string, accountId: string, change: Change, { world }: Call): void {
  const status = regionStatus(world, accountId, region);
  if (status === undefined || status === 'ENABLED_BY_DEFAULT') {
    throw new ServiceError('ValidationException', `The Region ${region} cannot be opted in or out of.`);
  }
  if (status === change.to || status === change.meanwhile) return;
  if (status !== change.from) {
    throw new ServiceError('ConflictException', `The Region ${region} is ${status}.`, 409);
  }
  setRegionStatus(world, accountId, region, change.meanwhile);
  world.clock.after(CHANGED_AFTER_MS, () => setRegionStatus(world, accountId, region, change.to));
}
