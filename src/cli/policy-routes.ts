import { buildCommand, buildRouteMap } from '@stricli/core';
import { output } from './output-flag.ts';

const list = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, variadic: true, optional: true, brief, placeholder }) as const;

const flags = {
  output,
  trail: list('Name the trail by its ARN; repeat for several. Default: every trail', 'ARN'),
  breakGlass: list('A role that may still do it, by its ARN; repeat for several', 'ARN'),
  guard: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'The guard’s role: it may restart trails',
    placeholder: 'ARN',
  },
} as const;

const policy = (kind: 'iam' | 'scp', brief: string) =>
  buildCommand({
    loader: async () => (await import('./policy-verb.ts')).printPolicy[kind],
    parameters: { flags },
    docs: {
      brief,
      customUsage: [
        '[--trail ARN] [--break-glass ARN] [--guard ARN]',
        {
          input: '--break-glass arn:aws:iam::111122223333:role/break-glass',
          brief: 'Everyone else is denied',
        },
      ],
    },
  });

/** Verbs that print the deny. */
export const policyRoutes = buildRouteMap({
  routes: {
    iam: policy('iam', 'Print the deny as an IAM policy'),
    scp: policy('scp', 'Print the deny as a service control policy'),
  },
  docs: {
    brief: 'Print the deny that keeps trails from being stopped',
    fullDescription:
      'The policy goes to standard output, what it means to standard error.\n\n' +
      '  trailkeeper policy scp > keep-trails.json   a service control policy, for every trail',
  },
});
