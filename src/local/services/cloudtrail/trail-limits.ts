import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { isVisibleIn, type Trail } from './trail.ts';
import { trailsIn } from './trail-store.ts';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html */
const MAX_TRAILS = 5;

/**
 * Checks that a trail may be where it wants to be: no other of its name and fewer than five others in each
 * Region, shadow trails and copies of organization trails counted.
 * @throws ServiceError `TrailAlreadyExistsException`, `MaximumNumberOfTrailsExceededException`
 */
export function checkRoomFor(trail: Trail, { world }: Call): void {
  const { accountId } = trail;
  const others = [...trailsIn(world, accountId).values()].filter(({ arn }) => arn !== trail.arn);
  const regions = new Set([trail.homeRegion, ...others.map(({ homeRegion }) => homeRegion)]);
  for (const region of [...regions].filter((candidate) => isVisibleIn(trail, candidate))) {
    const there = others.filter((other) => isVisibleIn(other, region));
    if (there.some(({ name }) => name === trail.name)) {
      throw new ServiceError(
        'TrailAlreadyExistsException',
        `Trail ${trail.name} already exists for customer: ${accountId}`,
      );
    }
    if (there.length >= MAX_TRAILS) {
      throw new ServiceError(
        'MaximumNumberOfTrailsExceededException',
        `User: ${accountId} already has ${MAX_TRAILS} trails in ${region}.`,
      );
    }
  }
}
