import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { destinationOf } from './check-destinations.ts';
import { canWriteTo } from './destination-access.ts';
import type { Trail } from './trail.ts';

/**
 * Checks that the bucket of an organization trail takes log files of the organization's accounts, beside the owner's own.
 * @throws ServiceError `InsufficientS3BucketPolicyException`
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-an-organizational-trail-by-using-the-aws-cli.html
 */
export function checkOrganizationBucket({ organization, ...trail }: Trail, { world }: Call): void {
  if (!organization) return;
  const destination = destinationOf(trail.settings, trail.arn, trail.accountId);
  if (canWriteTo(world, { ...destination, organizationId: organization.id })) return;
  throw new ServiceError(
    'InsufficientS3BucketPolicyException',
    `Incorrect S3 bucket policy is detected for bucket: ${trail.settings.S3BucketName}`,
  );
}
