/** An EventBridge event pattern, or a part of one. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** What tells this guard's events from those of others. In the template each is a reference, whose length is not known here. */
export interface OwnNames {
  readonly accountId: string;
  /** What the names of all parts of the guard that CloudFormation named have in common. */
  readonly partName: string;
  readonly roleArn: string;
}

/** The longest that AWS makes of each. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST: Readonly<Record<keyof OwnNames, number>> = {
  accountId: 12,
  // A rule's name has 64 characters, of which CloudFormation takes 14 for its own ending.
  partName: 50,
  roleArn: 'arn:aws-us-gov:iam::111122223333:role/'.length + 64,
};

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
export const MAX_PATTERN_CHARACTERS = 2048;

/** How long a pattern can become once it is deployed, in characters. */
export function longestOf(pattern: EventPattern, own: Partial<OwnNames>): number {
  const names = Object.entries(own) as [keyof OwnNames, string][];
  return names.reduce(
    (text, [name, value]) => text.replaceAll(JSON.stringify(value).slice(1, -1), 'x'.repeat(LONGEST[name])),
    JSON.stringify(pattern),
  ).length;
}

/** @throws Error when a pattern can become longer than EventBridge takes */
export function checkLength(what: string, pattern: EventPattern, own: Partial<OwnNames>): EventPattern {
  const length = longestOf(pattern, own);
  if (length <= MAX_PATTERN_CHARACTERS) return pattern;
  throw new Error(
    `The event pattern for ${what} has ${length} characters; EventBridge takes ${MAX_PATTERN_CHARACTERS}. ` +
      'Split it into several rules.',
  );
}
