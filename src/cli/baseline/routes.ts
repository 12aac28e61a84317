import { buildCommand, buildRouteMap } from '@stricli/core';
import { changeFlags, liveFlags, trailFlag } from '../live/live-flags.ts';

const flags = { ...liveFlags, trail: trailFlag } as const;

const reason = {
  kind: 'parsed',
  parse: String,
  optional: true,
  brief: 'Why, in your words; it is kept and told',
  placeholder: 'TEXT',
} as const;

const changing = {
  ...flags,
  ...changeFlags,
  reason,
  evenThoughUnapproved: {
    kind: 'boolean',
    default: false,
    brief: 'Write although the guard will take it for tampering',
  },
} as const;

const adopt = buildCommand({
  loader: async () => (await import('./adopt.ts')).adopt,
  parameters: {
    flags: {
      ...changing,
      mode: {
        kind: 'enum',
        values: ['restore', 'notify'],
        optional: true,
        brief: 'What the guard does about this trail, whatever its own mode is',
      },
      evenThoughWeak: {
        kind: 'boolean',
        default: false,
        brief: 'Adopt a trail that does not log, records nothing or does not deliver',
      },
    },
  },
  docs: {
    brief: 'Make a trail’s state of today its baseline',
    fullDescription:
      'Reads the trail and what it depends on, shows what looks weak in it and what could not be read, and asks.',
    customUsage: [
      '[--trail NAME|ARN] [--reason TEXT] [--dry-run] [--yes]',
      { input: '--trail main --reason "reviewed with audit"', brief: 'Look, answer the question, done' },
    ],
  },
});

const approve = buildCommand({
  loader: async () => (await import('./approve.ts')).approve,
  parameters: {
    flags: {
      ...changing,
      path: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'A difference as check names it; repeat for several',
        placeholder: 'PATH',
      },
      all: { kind: 'boolean', default: false, brief: 'Every difference that there is now' },
    },
  },
  docs: {
    brief: 'Approve single differences: they become a part of the baseline',
    customUsage: [
      '--trail NAME|ARN --path PATH [--path PATH] [--yes]',
      {
        input: '--trail main --path trail.KmsKeyId --reason "new key"',
        brief: 'The new key is right; whatever else differs is not',
      },
    ],
  },
});

const retire = buildCommand({
  loader: async () => (await import('./retire.ts')).retire,
  parameters: { flags: { ...changing, reason: { ...reason, optional: false } } },
  docs: {
    brief: 'End the guarding of a trail',
    customUsage: [
      '--trail NAME|ARN --reason TEXT [--yes]',
      { input: '--trail old --reason "replaced by main"', brief: 'It may be deleted now' },
    ],
  },
});

const show = buildCommand({
  loader: async () => (await import('./show.ts')).show,
  parameters: { flags },
  docs: {
    brief: 'Show what a trail must be, and who approved it',
    customUsage: [
      '[--trail NAME|ARN] [--output table|json]',
      { input: '--trail main', brief: 'The version that rules, part by part' },
    ],
  },
});

const diff = buildCommand({
  loader: async () => (await import('./diff.ts')).diff,
  parameters: { flags },
  docs: {
    brief: 'Compare a baseline with today’s state',
    customUsage: [
      '[--trail NAME|ARN]',
      { input: '--trail main', brief: 'What differs, by its meaning; exit code 3 when it is weaker' },
    ],
  },
});

const exportCommand = buildCommand({
  loader: async () => (await import('./export.ts')).exportVerb,
  parameters: { flags },
  docs: {
    brief: 'Print a baseline as JSON',
    customUsage: ['[--trail NAME|ARN]', { input: '--trail main > main.json', brief: 'Keep it, or edit it' }],
  },
});

const importCommand = buildCommand({
  loader: async () => (await import('./import.ts')).importVerb,
  parameters: {
    flags: changing,
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'A file, or - for standard input', parse: String, placeholder: 'FILE|-' }],
    },
  },
  docs: {
    brief: 'Take a baseline that was written by hand, or exported',
    fullDescription:
      'Parts that are left out are not guarded; fields that are left out are AWS’s defaults. All mistakes are named at once.\n' +
      'Who approves it and as which version is not taken from the file.',
    customUsage: [
      'FILE|- [--trail NAME|ARN] [--yes]',
      { input: 'main.json --dry-run', brief: 'Check it, and show what it would change' },
    ],
  },
});

/** Verbs about what trails must be. */
export const baselineRoutes = buildRouteMap({
  routes: { adopt, show, diff, approve, retire, export: exportCommand, import: importCommand },
  docs: {
    brief: 'What trails must be: adopt, show, compare, approve, retire, export, import',
    fullDescription:
      'A baseline is what the guard keeps a trail at. Whoever changes one must be among the stack’s ApprovedPrincipals.\n\n' +
      '  trailkeeper baseline diff --trail main                           what differs today\n' +
      '  trailkeeper baseline approve --trail main --path trail.KmsKeyId  that was us',
  },
});
