import { invalidInput } from './errors.ts';

/**
 * Services that an organization can trust, as far as accounts here have anything of them.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html
 */
const known: readonly string[] = [
  'access-analyzer.amazonaws.com',
  'account.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'controltower.amazonaws.com',
  'detective.amazonaws.com',
  'guardduty.amazonaws.com',
  'inspector2.amazonaws.com',
  'macie.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com',
  'member.org.stacksets.cloudformation.amazonaws.com',
  'securityhub.amazonaws.com',
  'securitylake.amazonaws.com',
  'ssm.amazonaws.com',
  'sso.amazonaws.com',
];

/** @throws ServiceError `InvalidInputException` */
export function servicePrincipalOf(given: string | undefined): string {
  if (given && known.includes(given)) return given;
  throw invalidInput('You specified an unrecognized service principal.');
}
