import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { administersTrails } from './organization-trails.ts';
import type { Trail } from './trail.ts';
import { accountOfTrailArn, invalidArn, regionOfTrailArn, resolveTrailArn } from './trail-name.ts';

const OTHER_RESOURCE = /^arn:[^:]+:cloudtrail:[^:]*:\d{12}:(eventdatastore|channel|dashboard)\//;

/**
 * Finds the trail whose tags are meant. Tags are dealt with in the trail's home Region only, by its ARN.
 * @throws ServiceError `CloudTrailARNInvalidException`, `ResourceTypeNotSupportedException`, `ResourceNotFoundException`
 */
export function findTaggedTrail(
  arn: string | undefined,
  trails: ReadonlyMap<string, Trail>,
  call: Call,
): Trail {
  if (OTHER_RESOURCE.test(arn ?? '')) {
    throw new ServiceError(
      'ResourceTypeNotSupportedException',
      `Only trails can be tagged here, not ${arn}.`,
    );
  }
  if (!arn?.startsWith('arn:')) throw invalidArn(arn ?? '');
  const trail = trails.get(resolveTrailArn(arn, call));
  if (regionOfTrailArn(arn) !== call.region) {
    throw new ServiceError(
      'CloudTrailARNInvalidException',
      `Region in ARN is wrong, you can only access resources in region ${call.region}.`,
    );
  }
  if (accountOfTrailArn(arn) !== call.accountId) checkOwnership(trail, call);
  if (!trail) throw new ServiceError('ResourceNotFoundException', `Resource ${arn} is not found.`);
  return trail;
}

/** @see https://github.com/turbot/steampipe-plugin-aws/issues/577 (an organization trail's tags, read in a member account) */
function checkOwnership(trail: Trail | undefined, call: Call): void {
  if (trail && administersTrails(call)) return;
  throw new ServiceError(
    'CloudTrailARNInvalidException',
    `AccountID in ARN is wrong, you can only access resources with AccountID ${call.accountId}.`,
  );
}
