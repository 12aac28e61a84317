/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/using-service-linked-roles.html and its like */
const roleNames = new Map([
  ['cloudtrail.amazonaws.com', 'AWSServiceRoleForCloudTrail'],
  ['config.amazonaws.com', 'AWSServiceRoleForConfig'],
  ['guardduty.amazonaws.com', 'AWSServiceRoleForAmazonGuardDuty'],
  ['organizations.amazonaws.com', 'AWSServiceRoleForOrganizations'],
  ['securityhub.amazonaws.com', 'AWSServiceRoleForSecurityHub'],
]);

/** What the role is called that a service has in every account; undefined for a service that is not known here. */
export const linkedRoleName = (service: string): string | undefined => roleNames.get(service);
