import { readFileSync } from 'node:fs';
import { buildApplication, buildCommand, buildRouteMap, text_en } from '@stricli/core';
import type { AttackName } from '../local/run/attack.ts';
import { EXIT, UsageError } from './exit-codes.ts';
import { DEFAULT_PORT } from './ports.ts';

const output = {
  kind: 'enum',
  values: ['text', 'json'],
  default: 'text',
  brief: 'How the result is printed',
} as const;

const port = {
  kind: 'parsed',
  parse: parsePort,
  default: String(DEFAULT_PORT),
  brief: 'Port on 127.0.0.1',
} as const;

const quotas = (brief: string) => ({ kind: 'boolean', default: false, brief }) as const;

const list = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, variadic: true, optional: true, brief, placeholder }) as const;

const example = (input: string, brief: string) => ({ input, brief });

const demo = buildCommand({
  loader: async () => (await import('./demo.ts')).demo,
  parameters: {
    flags: { output, quotas: quotas('Keep CloudTrail’s quota of 1 write a second, as AWS does') },
  },
  docs: {
    brief: 'Deploy the guard into an embedded AWS, stop the trail, watch it come back',
    customUsage: ['[--output text|json]', example('--output json', 'One JSON document for a machine')],
  },
});

const runLocal = buildCommand({
  loader: async () => (await import('./local.ts')).local,
  parameters: {
    flags: {
      port,
      output,
      quotas: {
        kind: 'boolean',
        default: true,
        brief: 'Keep CloudTrail’s quotas: 1 write and 10 reads a second',
      },
    },
  },
  docs: {
    brief: 'Keep an embedded AWS with the guard in it running, for any AWS client',
    customUsage: ['[--port N]', example('--port 4580', 'Listen there, and print what to export')],
  },
});

const attack = buildCommand({
  loader: async () => (await import('./local.ts')).attack,
  parameters: {
    flags: {
      trail: { kind: 'parsed', parse: String, default: 'main', brief: 'Name or ARN of the trail' },
      port,
      output,
    },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'What to do: stop-logging', parse: parseAttack, placeholder: 'attack' }],
    },
  },
  docs: {
    brief: 'Attack the embedded AWS that "trailkeeper local" keeps running',
    customUsage: ['stop-logging [--trail NAME|ARN]', example('stop-logging --trail main', 'Stop a trail')],
  },
});

const template = buildCommand({
  loader: async () => (await import('./template.ts')).template,
  parameters: { flags: { output } },
  docs: {
    brief: 'Print the CloudFormation template',
    customUsage: ['', example('> trailkeeper.template.json', 'Keep it in a file')],
  },
});

const explain = buildCommand({
  loader: async () => (await import('./explain-verb.ts')).explain,
  parameters: {
    flags: { output },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'A file, or - for standard input', parse: String, placeholder: 'FILE|-' }],
    },
  },
  docs: {
    brief: 'Say what trailkeeper makes of CloudTrail records or EventBridge events',
    customUsage: [
      'FILE|- [--output text|json]',
      example('--output json events.json', 'One line of JSON for each record'),
    ],
  },
});

const policyFlags = {
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
    parameters: { flags: policyFlags },
    docs: {
      brief,
      customUsage: [
        '[--trail ARN] [--break-glass ARN] [--guard ARN]',
        example('--break-glass arn:aws:iam::111122223333:role/break-glass', 'Everyone else is denied'),
      ],
    },
  });

const routes = buildRouteMap({
  routes: {
    demo,
    local: buildRouteMap({
      routes: { run: runLocal, attack },
      defaultCommand: 'run',
      docs: {
        brief: 'Keep an embedded AWS with the guard in it running, and attack it',
        fullDescription:
          'Without a command it is "run".\n\n' +
          '  trailkeeper local --port 4580         keeps it running, and prints what to export\n' +
          '  trailkeeper local attack stop-logging stops its trail, from another terminal',
      },
    }),
    explain,
    template,
    policy: buildRouteMap({
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
    }),
  },
  docs: { brief: 'CloudTrail that cannot stay off' },
});

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export const app = buildApplication(routes, {
  name: 'trailkeeper',
  versionInfo: { currentVersion: version },
  scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
  documentation: { disableAnsiColor: process.env.NO_COLOR !== undefined },
  determineExitCode: (error) => (error instanceof UsageError ? EXIT.usage : EXIT.failed),
  localization: {
    text: {
      ...text_en,
      exceptionWhileRunningCommand: (error) => (error instanceof Error ? error.message : String(error)),
    },
  },
});

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${JSON.stringify(text)} is no port: a whole number from 0 (any free one) to 65535`);
}

function parseAttack(name: string): AttackName {
  if (name === 'stop-logging') return name;
  throw new Error(`there is no attack ${JSON.stringify(name)}; try stop-logging`);
}
