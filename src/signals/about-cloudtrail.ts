import { readText } from './read-text.ts';

/**
 * Findings that name CloudTrail, of any severity: GuardDuty's for a disabled trail has a low one. And some families:
 * AnomalousBehavior, for one, also reports a StopLogging, and tactics were renamed. One look too many costs a few reads.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html
 */
const ABOUT_CLOUDTRAIL = /cloud-?trail|(^| )(Stealth|DefenseEvasion|DefenseImpairment):IAMUser\//i;

/** Whether one of the texts of a finding says that it is about CloudTrail. */
export const isAboutCloudTrail = (texts: readonly unknown[]): boolean =>
  ABOUT_CLOUDTRAIL.test(texts.map(readText).join(' '));
