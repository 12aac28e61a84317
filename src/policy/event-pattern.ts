import type { InformationalCall, Technique } from '../domain/technique.ts';

/** An EventBridge event pattern. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_PATTERN_CHARACTERS = 2048;

export interface ApiCallPattern {
  /** The host name of the service whose calls it matches. */
  readonly eventSource: string;
  readonly pattern: EventPattern;
}

/**
 * The calls that techniques and people want to know of, one pattern for each service: lists of one pattern match in any
 * combination, so two services in one would also match names that neither meant.
 * @param accountId the guarded account: another account's events may reach the bus when its policy lets them in
 * @throws Error when a pattern is longer than EventBridge takes
 */
export function apiCallPatterns(
  techniques: readonly Pick<Technique, 'eventSource' | 'eventNames'>[],
  informational: readonly Pick<InformationalCall, 'eventSource' | 'eventName'>[],
  accountId: string,
): readonly ApiCallPattern[] {
  const namesBySource = new Map<string, Set<string>>();
  const watch = (eventSource: string, eventName: string) => {
    const names = namesBySource.get(eventSource) ?? new Set();
    namesBySource.set(eventSource, names.add(eventName));
  };
  for (const { eventSource, eventNames } of techniques)
    for (const name of eventNames) watch(eventSource, name);
  for (const { eventSource, eventName } of informational) watch(eventSource, eventName);

  return [...namesBySource].map(([eventSource, names]) => ({
    eventSource,
    pattern: checkLength(`API calls of ${eventSource}`, {
      source: [`aws.${eventSource.replace('.amazonaws.com', '')}`],
      account: [accountId],
      'detail-type': ['AWS API Call via CloudTrail'],
      detail: { eventSource: [eventSource], eventName: [...names].sort() },
    }),
  }));
}

/**
 * GuardDuty's findings that name CloudTrail or one of its calls, whatever their severity:
 * `Stealth:IAMUser/CloudTrailLoggingDisabled` is `Low`. And families rather than single types: which of them GuardDuty
 * reports for a stopped trail has changed, and tactics were renamed. One finding too many costs a look.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html
 */
export const guardDutyPattern = (accountId: string): EventPattern =>
  checkLength('GuardDuty findings', {
    source: ['aws.guardduty'],
    account: [accountId],
    'detail-type': ['GuardDuty Finding'],
    detail: {
      // An administrator account also gets its members' findings; their trails are their own guard's business.
      accountId: [accountId],
      $or: [
        {
          type: [
            { wildcard: '*CloudTrail*' },
            { prefix: 'Stealth:IAMUser/' },
            { prefix: 'DefenseEvasion:IAMUser/' },
            { prefix: 'DefenseImpairment:IAMUser/' },
          ],
        },
        { service: { action: { awsApiCallAction: { serviceName: ['cloudtrail.amazonaws.com'] } } } },
      ],
    },
  });

/**
 * Security Hub's controls CloudTrail.1, CloudTrail.2 …. The control's id stands in different fields, depending on the
 * standard and on whether findings are consolidated; CIS names CloudTrail only in the title.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html
 */
export const securityHubPattern = (accountId: string): EventPattern =>
  checkLength('Security Hub findings', {
    source: ['aws.securityhub'],
    account: [accountId],
    'detail-type': ['Security Hub Findings - Imported'],
    detail: {
      findings: {
        AwsAccountId: [accountId],
        $or: [
          { Compliance: { SecurityControlId: [{ prefix: 'CloudTrail.' }] } },
          { ProductFields: { ControlId: [{ prefix: 'CloudTrail.' }] } },
          { GeneratorId: [{ wildcard: '*/CloudTrail.*' }] },
          { Title: [{ wildcard: '*CloudTrail*' }] },
        ],
      },
    },
  });

function checkLength(what: string, pattern: EventPattern): EventPattern {
  const { length } = JSON.stringify(pattern);
  if (length <= MAX_PATTERN_CHARACTERS) return pattern;
  throw new Error(
    `The event pattern for ${what} has ${length} characters; EventBridge takes ${MAX_PATTERN_CHARACTERS}. ` +
      'Split it into several rules.',
  );
}
