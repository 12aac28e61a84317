import { parseArn } from '../../domain/arn.ts';
import type { DenyOptions } from './deny-options.ts';
import { guardStackOf, isOfStack } from './guard-parts.ts';

const PARTITION = /^aws(-[a-z]+)*$/;
const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;
/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html */
const TRAIL = /^trail\/[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/;
/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const ROLE = /^role\/([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
/** The same, with `*` for how the name ends. */
const ROLES = /^role\/([\w+=,.@-]+\/)*[\w+=,.@-]{1,63}\*?$/;
const ROLE_PATH = /^\/([\w+=,.@-]+\/)*$/;
/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html */
const KEY_PREFIX = /^[\w!.'()-]+(\/[\w!.'()-]+)*$/;
/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const STACK = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;

/** ARNs of what trails deliver to: AWS's form, without wildcards. */
const DESTINATIONS = {
  bucketArns: { what: 'a bucket', form: /^arn:[a-z-]+:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/ },
  keyArns: { what: 'a KMS key', form: /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/ },
  topicArns: { what: 'a topic', form: /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/ },
  logGroupArns: {
    what: 'a log group',
    form: /^arn:[a-z-]+:logs:[a-z0-9-]+:\d{12}:log-group:[\w./#-]{1,512}$/,
  },
} as const;

/** Every mistake in the options, in words; none when they are right. */
export const mistakesIn = (options: DenyOptions): readonly string[] => [
  ...(options.trailArns ?? [])
    .filter((arn) => !isTrailArn(arn))
    .map((arn) => `${quote(arn)} is no ARN of a trail`),
  ...mistakesInDestinations(options),
  ...mistakesInRoles(options),
  ...mistakesInStack(options),
];

/** A role of another stack would be bound to functions that are not its own, and could do nothing. */
export const mistakesInGuard = (options: DenyOptions): readonly string[] =>
  options.guardRoleArn === undefined || isOfStack(options.guardRoleArn, guardStackOf(options))
    ? []
    : [`${quote(options.guardRoleArn)} is not named after the guard’s stack: name that, too (--stack)`];

const mistakesInDestinations = (options: DenyOptions): readonly string[] =>
  (Object.keys(DESTINATIONS) as (keyof typeof DESTINATIONS)[]).flatMap((name) =>
    (options[name] ?? [])
      .filter((arn) => !DESTINATIONS[name].form.test(arn))
      .map((arn) => `${quote(arn)} is no ARN of ${DESTINATIONS[name].what}`),
  );

function mistakesInRoles(options: DenyOptions): readonly string[] {
  const { breakGlassRoleArns = [], operatorRoleArns = [], guardRoleArn, logsRoleArn } = options;
  const isAnyAccount = options.isOrganization === true;
  const exact = [guardRoleArn, logsRoleArn].filter((arn) => arn !== undefined);
  return [
    ...breakGlassRoleArns.flatMap((arn) => mistakesInRole(arn, { isAnyAccount })),
    ...operatorRoleArns.flatMap((arn) => mistakesInRole(arn, { isAnyAccount, mayEndOpen: true })),
    ...exact.flatMap((arn) => mistakesInRole(arn, {})),
    ...(guardRoleArn !== undefined && breakGlassRoleArns.includes(guardRoleArn)
      ? [`${quote(guardRoleArn)} is both the guard and a break-glass role: then the guard could stop trails`]
      : []),
  ];
}

const mistakesInStack = ({ partition, stackName, rolePath, keyPrefix }: DenyOptions): readonly string[] => [
  ...(keyPrefix === undefined || KEY_PREFIX.test(keyPrefix)
    ? []
    : [`${quote(keyPrefix)} is no prefix of log files`]),
  ...(partition === undefined || PARTITION.test(partition) ? [] : [`${quote(partition)} is no partition`]),
  ...(stackName === undefined || STACK.test(stackName) ? [] : [`${quote(stackName)} is no name of a stack`]),
  ...(rolePath === undefined || ROLE_PATH.test(rolePath)
    ? []
    : [`${quote(rolePath)} is no path of roles: it begins and ends with a slash`]),
];

function isTrailArn(text: string): boolean {
  const arn = parseArn(text);
  return (
    arn?.service === 'cloudtrail' &&
    PARTITION.test(arn.partition) &&
    REGION.test(arn.region) &&
    ACCOUNT.test(arn.accountId) &&
    TRAIL.test(arn.resource)
  );
}

interface Allowance {
  /** The account may be `*`. */
  readonly isAnyAccount?: boolean;
  /** The name may end with `*`. */
  readonly mayEndOpen?: boolean;
}

function mistakesInRole(text: string, { isAnyAccount, mayEndOpen }: Allowance): readonly string[] {
  const arn = parseArn(text);
  const isRole =
    arn?.service === 'iam' &&
    PARTITION.test(arn.partition) &&
    arn.region === '' &&
    (ACCOUNT.test(arn.accountId) || (isAnyAccount === true && arn.accountId === '*')) &&
    (mayEndOpen ? ROLES : ROLE).test(arn.resource);
  if (isRole) return [];
  if (arn?.accountId === '*')
    return [`${quote(text)} names roles of every account: only for an organization`];
  if (/[*?]/.test(text)) return [`${quote(text)} has a wildcard: name each role by its exact ARN`];
  return [`${quote(text)} is no ARN of an IAM role`];
}

const quote = (text: string) => JSON.stringify(text);
