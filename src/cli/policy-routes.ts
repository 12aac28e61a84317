import { buildCommand, buildRouteMap, numberParser } from '@stricli/core';
import { output } from './output-flag.ts';
import type { PolicyKind } from './policy.ts';

const list = (brief: string, placeholder = 'ARN') =>
  ({ kind: 'parsed', parse: String, variadic: true, optional: true, brief, placeholder }) as const;
const text = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, optional: true, brief, placeholder }) as const;

const flags = {
  output,
  part: {
    kind: 'parsed',
    parse: numberParser,
    optional: true,
    brief: 'Print this one of several policies alone, counted from 1',
    placeholder: 'N',
  },
  trail: list('Name the trail by its ARN; repeat for several. Default: every trail'),
  bucket: list('A bucket that trails deliver to, by its ARN; repeat for several'),
  key: list('A KMS key that log files are encrypted with'),
  topic: list('A topic that trails notify'),
  logGroup: list('A log group that trails write to, without :* at its end'),
  logsRole: text('The role that CloudTrail writes to it with', 'ARN'),
  breakGlass: list('A role that may still do it, by its ARN; repeat for several'),
  operator: list('A role that may deploy and change the guard; its name may end with *'),
  guard: text('The guard’s role. Default: named after the stack', 'ARN'),
  stack: text('The guard’s stack or StackSet. Default: trailkeeper', 'NAME'),
  rolePath: text('Where the stack’s roles are in IAM. Default: /', 'PATH'),
  partition: text('aws, aws-cn or aws-us-gov. Default: aws', 'NAME'),
  organizationId: text('The organization whose trail and accounts these are', 'o-…'),
  prefix: text('What is before AWSLogs/ in the bucket', 'PREFIX'),
  organization: {
    kind: 'boolean',
    optional: true,
    withNegated: false,
    brief: 'For every account: guards of a StackSet, roles of any account (arn:aws:iam::*:role/NAME)',
  },
} as const;

const policy = (kind: PolicyKind, brief: string) =>
  buildCommand({
    loader: async () => (await import('./policy-verb.ts')).printPolicy[kind],
    parameters: { flags },
    docs: {
      brief,
      customUsage: [
        '[--bucket ARN] [--key ARN] [--break-glass ARN] [--operator ARN] [--organization]',
        {
          input: '--break-glass arn:aws:iam::111122223333:role/break-glass',
          brief: 'Everyone else is denied',
        },
      ],
    },
  });

/** Verbs that print policies which prevent. */
export const policyRoutes = buildRouteMap({
  routes: {
    bucket: policy('bucket', 'Print the policy of a bucket that trails deliver to'),
    iam: policy('iam', 'Print the deny as an IAM policy'),
    key: policy('key', 'Print the policy of a key that log files are encrypted with'),
    'permissions-boundary': policy('permissions-boundary', 'Print the deny as a permissions boundary'),
    rcp: policy('rcp', 'Print a resource control policy for the account of bucket and key'),
    scp: policy('scp', 'Print the deny as a service control policy'),
  },
  docs: {
    brief: 'Print policies that keep trails, and the guard, from being changed',
    fullDescription:
      'The policy goes to standard output, what it means to standard error. docs/prevention.md says what each statement stops.\n\n' +
      '  trailkeeper policy scp --part 1 > keep-trails.json   a service control policy, for every trail',
  },
});
