import { buildCommand, buildRouteMap } from '@stricli/core';
import { changeFlags, liveFlags, trailFlag } from '../live/live-flags.ts';
import { parseDuration } from './duration.ts';

const open = buildCommand({
  loader: async () => (await import('./open.ts')).open,
  parameters: {
    flags: {
      ...liveFlags,
      trail: trailFlag,
      ...changeFlags,
      for: {
        kind: 'parsed',
        parse: parseDuration,
        brief: 'How long: 30m, 1h, 1h30m; 4h at most',
        placeholder: 'TIME',
      },
      reason: { kind: 'parsed', parse: String, brief: 'What is done; it is told', placeholder: 'TEXT' },
      coversStopLogging: {
        kind: 'boolean',
        default: false,
        brief: 'A stopped trail may stay stopped, too',
      },
      evenThoughUnapproved: {
        kind: 'boolean',
        default: false,
        brief: 'Write although the guard will not let it count',
      },
    },
  },
  docs: {
    brief: 'Open a window: until it is over, changes of a trail are told and not undone',
    customUsage: [
      '--trail NAME|ARN --for TIME --reason TEXT [--covers-stop-logging] [--yes]',
      { input: '--trail main --for 1h --reason "new bucket, CHG-42"', brief: 'An hour for a change' },
    ],
  },
});

const close = buildCommand({
  loader: async () => (await import('./close.ts')).close,
  parameters: { flags: { ...liveFlags, trail: trailFlag, ...changeFlags } },
  docs: {
    brief: 'Close a window before its time',
    customUsage: ['--trail NAME|ARN [--yes]', { input: '--trail main --yes', brief: 'The change is done' }],
  },
});

const list = buildCommand({
  loader: async () => (await import('./list.ts')).list,
  parameters: { flags: liveFlags },
  docs: {
    brief: 'List the windows that are written down, and whether they count',
    customUsage: ['[--output table|json]', { input: '--region eu-central-1', brief: 'In this Region' }],
  },
});

/** Verbs about maintenance windows. */
export const windowRoutes = buildRouteMap({
  routes: { open, close, list },
  docs: {
    brief: 'Maintenance windows: times in which changes of a trail are not undone',
    fullDescription:
      'Who opens one must be among the stack’s ApprovedPrincipals. It is told when it opens and when it is over.\n\n' +
      '  trailkeeper window open --trail main --for 1h --reason "new bucket, CHG-42"',
  },
});
