import type { UpdateTrailRequest, UpdateTrailResponse } from '@aws-sdk/client-cloudtrail';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { checkDestinations } from './check-destinations.ts';
import { checkLogGroupIsCallers } from './check-log-group.ts';
import { checkOrganizationBucket } from './check-organization-bucket.ts';
import { findTrailToChange } from './find-trail.ts';
import {
  isOrganizationTrail,
  managesOrganization,
  notManagementAccount,
  organizationTrailOwner,
} from './organization-trails.ts';
import type { OrganizationLink, Trail } from './trail.ts';
import { checkRoomFor } from './trail-limits.ts';
import { writtenTrail } from './trail-output.ts';
import { settingsAfter } from './trail-settings.ts';
import { writeTrail } from './trail-store.ts';

export const UpdateTrail: Operation<UpdateTrailRequest, UpdateTrailResponse> = async (input, call) => {
  const link = input.IsOrganizationTrail ? (await organizationTrailOwner(call)).link : undefined;
  const before = findTrailToChange(input.Name, call);
  checkConversion(before, input.IsOrganizationTrail, call);
  const settings = settingsAfter(input, call, before.settings);
  const trail = withLink({ ...before, settings }, input.IsOrganizationTrail, link);
  if (trail.settings.IsMultiRegionTrail && !before.settings.IsMultiRegionTrail) checkRoomFor(trail, call);
  checkLogGroupIsCallers(input, call);
  checkDestinations(trail.settings, trail.arn, { ...call, accountId: trail.accountId });
  checkOrganizationBucket(trail, call);
  writeTrail(call, trail);
  return writtenTrail(trail, call.world);
};

/** Only the management account itself makes a trail one of the organization, or one of its own again. */
function checkConversion(trail: Trail, wanted: boolean | undefined, { world, accountId }: Call): void {
  if (wanted === undefined || wanted === isOrganizationTrail(world, trail)) return;
  const isOwn = trail.accountId === accountId;
  if (!isOwn || (wanted && !managesOrganization(world, accountId))) throw notManagementAccount();
}

function withLink(trail: Trail, wanted: boolean | undefined, link: OrganizationLink | undefined): Trail {
  if (wanted === undefined) return trail;
  const { organization: _before, ...rest } = trail;
  return link ? { ...rest, organization: link } : rest;
}
