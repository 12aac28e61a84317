import { buildCommand } from '@stricli/core';
import { changeFlags, liveFlags, trailFlag } from '../live/live-flags.ts';

const flags = { ...liveFlags, trail: trailFlag } as const;

const check = buildCommand({
  loader: async () => (await import('./check.ts')).check,
  parameters: { flags },
  docs: {
    brief: 'Compare trails with what they must be',
    fullDescription:
      'Compares every trail, and what it depends on, with its approved baseline. It changes nothing.\n\n' +
      'Exit code: 0 intact, 3 something is weaker than it must be, 1 not everything could be read.',
    customUsage: [
      '[--trail NAME|ARN] [--profile NAME] [--region REGION]',
      { input: '--trail main --output json', brief: 'One trail, as one JSON document' },
    ],
  },
});

const plan = buildCommand({
  loader: async () => (await import('./plan.ts')).planVerb,
  parameters: { flags },
  docs: {
    brief: 'Show what would put trails back, and who may do it',
    fullDescription:
      'Shows each call that would put a trail back, and whether the deployed guard does it by itself.\n' +
      'It changes nothing. Exit codes are those of check.',
    customUsage: [
      '[--trail NAME|ARN] [--profile NAME] [--region REGION]',
      { input: '--profile security', brief: 'With the credentials of a profile' },
    ],
  },
});

const restore = buildCommand({
  loader: async () => (await import('./restore.ts')).restore,
  parameters: { flags: { ...flags, ...changeFlags } },
  docs: {
    brief: 'Put trails back with your own rights, and prove it',
    fullDescription:
      'Shows who you are and what would be done, asks, does it, and reads everything again.\n\n' +
      'Exit code: 0 intact afterwards, 3 something still differs, 1 failed or not proven.',
    customUsage: [
      '[--trail NAME|ARN] [--dry-run] [--yes]',
      { input: '--trail main --dry-run', brief: 'Only show what would be done' },
    ],
  },
});

const status = buildCommand({
  loader: async () => (await import('./status.ts')).status,
  parameters: { flags: liveFlags },
  docs: {
    brief: 'Say how every trail is, a line each',
    fullDescription:
      'Whether each trail is lit or dark, guarded or not, who approved what it must be, when it last\n' +
      'delivered, and its last incident.',
    customUsage: [
      '[--profile NAME] [--region REGION]',
      { input: '--region eu-central-1', brief: 'In this Region' },
    ],
  },
});

/** Verbs about trails themselves. */
export const trailRoutes = { check, plan, restore, status };
