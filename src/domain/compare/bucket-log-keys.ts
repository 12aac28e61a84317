import type { ComparedTrail } from './compared-trail.ts';

/**
 * Where in the bucket the trail's log and digest files lie: under its account, and for an organization trail under the
 * organization. While the organization's id is not known that may be any folder.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 */
export function logKeyPrefixes({ settings, accountId, organizationId }: ComparedTrail): readonly string[] {
  const root = `${settings.S3KeyPrefix ? `${settings.S3KeyPrefix}/` : ''}AWSLogs/`;
  if (!settings.IsOrganizationTrail) return [`${root}${accountId}/`];
  return organizationId ? [`${root}${accountId}/`, `${root}${organizationId}/`] : [root];
}
