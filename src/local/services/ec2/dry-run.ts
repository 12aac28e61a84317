import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * Stops a call that was only to show whether it is allowed.
 * @throws ServiceError `DryRunOperation`
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html#CommonErrors
 */
export function stopDryRun({ DryRun }: { readonly DryRun?: boolean | undefined }): void {
  if (!DryRun) return;
  throw new ServiceError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
}
