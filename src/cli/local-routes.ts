import { buildCommand, buildRouteMap } from '@stricli/core';
import { output } from './output-flag.ts';
import { DEFAULT_PORT } from './ports.ts';

const port = {
  kind: 'parsed',
  parse: parsePort,
  default: String(DEFAULT_PORT),
  brief: 'Port on 127.0.0.1',
} as const;

const quotas = (brief: string) => ({ kind: 'boolean', default: false, brief }) as const;

/** Deploys, attacks and shows, and ends. */
export const demo = buildCommand({
  loader: async () => (await import('./demo.ts')).demo,
  parameters: {
    flags: {
      output,
      quotas: quotas('Keep CloudTrail’s quota of 1 write a second, as AWS does'),
      scenario: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Another attack than stop-logging; "local attack --list" has the names',
        placeholder: 'NAME',
      },
      all: {
        kind: 'boolean',
        default: false,
        brief: 'A tour of many attacks, with a table of what became of each',
      },
    },
  },
  docs: {
    brief: 'Deploy the guard into an embedded AWS, stop the trail, watch it come back',
    customUsage: [
      '[--scenario NAME] [--all] [--output text|json]',
      { input: '--scenario bucket-redirected', brief: 'Watch another attack' },
      { input: '--all', brief: 'Sixteen of them, and a table' },
    ],
  },
});

const run = buildCommand({
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
    customUsage: ['[--port N]', { input: '--port 4580', brief: 'Listen there, and print what to export' }],
  },
});

const attack = buildCommand({
  loader: async () => (await import('./local-attack.ts')).attack,
  parameters: {
    flags: {
      trail: {
        kind: 'parsed',
        parse: String,
        default: 'main',
        brief: 'Name or ARN of the trail',
        placeholder: 'NAME|ARN',
      },
      port,
      output,
      list: { kind: 'boolean', default: false, brief: 'List the attacks' },
      undo: {
        kind: 'boolean',
        default: false,
        brief: 'Afterwards put back, as the operator, what the guard leaves to people',
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'What to do; --list has the names', parse: String, placeholder: 'NAME', optional: true },
      ],
    },
  },
  docs: {
    brief: 'Attack the embedded AWS that "trailkeeper local" keeps running',
    fullDescription:
      'Shows the calls as lines for the aws CLI, and what became of them: who saw it, what is\n' +
      'restored, what is told. Ends with 0 when it was restored or told.',
    customUsage: [
      'NAME [--trail NAME|ARN] [--undo]',
      { input: 'one-region-only --trail main', brief: 'Limit a trail to one Region' },
      { input: '--list', brief: 'The names of all attacks' },
    ],
  },
});

/** Verbs about the embedded AWS. */
export const localRoutes = buildRouteMap({
  routes: { run, attack },
  defaultCommand: 'run',
  docs: {
    brief: 'Keep an embedded AWS with the guard in it running, and attack it',
    fullDescription:
      'Without a command it is "run".\n\n' +
      '  trailkeeper local --port 4580           keeps it running, and prints what to export\n' +
      '  trailkeeper local attack stop-logging   stops its trail, from another terminal\n' +
      '  trailkeeper local attack --list         lists what else can be done to it',
  },
});

function parsePort(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Error(`${JSON.stringify(text)} is no port: a whole number from 0 (any free one) to 65535`);
}
