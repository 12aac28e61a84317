import { buildCommand, buildRouteMap } from '@stricli/core';
import { liveFlags, trailFlag } from '../live/live-flags.ts';

const flags = {
  ...liveFlags,
  output: {
    kind: 'enum',
    values: ['table', 'json', 'csv'],
    default: 'table',
    brief: 'How the result is printed',
  },
} as const;

const count = (byDefault: string, brief: string) =>
  ({ kind: 'parsed', parse: parseCount, default: byDefault, brief, placeholder: 'N' }) as const;

const list = buildCommand({
  loader: async () => (await import('./list.ts')).list,
  parameters: { flags: { ...flags, trail: trailFlag, limit: count('50', 'How many, the newest first') } },
  docs: {
    brief: 'List incidents, the newest first',
    customUsage: [
      '[--trail NAME|ARN] [--output table|json|csv]',
      { input: '--output csv > incidents.csv', brief: 'For a spreadsheet' },
    ],
  },
});

const show = buildCommand({
  loader: async () => (await import('./show.ts')).show,
  parameters: {
    flags: {
      ...flags,
      gap: { kind: 'boolean', default: false, brief: 'Read from event history what happened in the dark' },
      regions: {
        kind: 'parsed',
        parse: String,
        variadic: ',',
        optional: true,
        brief: 'Regions to read. Default: all that the trail did not record',
        placeholder: 'REGION',
      },
      atMost: count('5000', 'Events to read; 100 a second, as CloudTrail allows'),
    },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'An incident, as list and the mails name it', parse: String, placeholder: 'ID' }],
    },
  },
  docs: {
    brief: 'Show all that is known of one incident',
    customUsage: [
      'ID [--gap] [--regions REGION,REGION] [--output table|json|csv]',
      {
        input: 'main-20261121T090000Z --gap --output csv > dark.csv',
        brief: 'Every call that was made while nothing was recorded',
      },
    ],
  },
});

/** Verbs about what happened. */
export const incidentRoutes = buildRouteMap({
  routes: { list, show },
  docs: {
    brief: 'What happened: incidents, who did it, and what was done in the dark',
    fullDescription:
      'Incidents are kept for a year in the ledger of the guard’s stack.\n\n' +
      '  trailkeeper incidents list\n' +
      '  trailkeeper incidents show main-20261121T090000Z --gap',
  },
});

function parseCount(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${JSON.stringify(text)} is no whole number above 0`);
}
