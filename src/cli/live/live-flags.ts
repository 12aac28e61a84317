/** What every verb for a live account takes. */
export interface LiveFlags {
  readonly profile?: string;
  readonly region?: string;
  readonly stack?: string;
  readonly output: 'table' | 'json';
}

const text = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, optional: true, brief, placeholder }) as const;

export const DEFAULT_STACK = 'trailkeeper';

export const liveFlags = {
  profile: text('Profile of AWS’s configuration files', 'NAME'),
  region: text('Region; default: the environment’s or profile’s', 'REGION'),
  stack: text(`The guard’s stack; default: ${DEFAULT_STACK}`, 'NAME'),
  output: {
    kind: 'enum',
    values: ['table', 'json'],
    default: 'table',
    brief: 'How the result is printed',
  },
} as const;

/** The one trail that is meant. */
export const trailFlag = text('One trail, by name or ARN', 'NAME|ARN');

/** Of verbs that change something. */
export const changeFlags = {
  yes: { kind: 'boolean', default: false, brief: 'Do not ask' },
  dryRun: { kind: 'boolean', default: false, brief: 'Show what would be done, and do nothing' },
} as const;

export interface ChangeFlags {
  readonly yes: boolean;
  readonly dryRun: boolean;
}
