import { approvedPrincipalMistakes } from './domain/baseline/approved-principal.ts';
import type { Settings } from './domain/settings.ts';

/** What the deployed function is told by its environment. */
export interface Config {
  readonly settings: Settings;
  readonly ledgerTable: string;
  /** Days that the ledger keeps incidents. */
  readonly incidentDays: number;
  readonly queueUrl: string;
  readonly deadLetterQueueUrl: string;
  /** Whether Security Hub gets each incident as a finding. */
  readonly importFindings: boolean;
  /** Whether a Security Hub finding that made the guard look gets a note of what came of it. */
  readonly noteOnFindings: boolean;
}

/** Environment variables by name; AWS's own belong to the SDK. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'TRAILKEEPER_';

const MODES = ['restore', 'notify'] as const;
const RESTORE_SCOPES = ['logging', 'trail', 'trail-and-destination'] as const;
const NOTIFY_ON = ['restored-or-failed', 'tampering', 'all'] as const;

/**
 * Reads and checks everything at once.
 * @throws Error that names every setting that is missing, wrong or unknown
 */
export function readConfig(environment: Environment = process.env): Config {
  const mistakes: string[] = [];
  const known = new Set<string>();
  const text = (name: string) => {
    known.add(PREFIX + name);
    const value = environment[PREFIX + name] ?? '';
    if (value === '') mistakes.push(`${PREFIX}${name} is missing`);
    return value;
  };
  const textOr = (name: string, byDefault: string) => {
    known.add(PREFIX + name);
    return environment[PREFIX + name] || byDefault;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[]): T => {
    const value = text(name) as T;
    if (value && !values.includes(value)) {
      mistakes.push(`${PREFIX}${name} is ${JSON.stringify(value)}, must be one of ${values.join(', ')}`);
    }
    return value;
  };
  const yesOrNo = (name: string) => oneOf(name, ['true', 'false']) === 'true';
  const list = (name: string) => {
    known.add(PREFIX + name);
    return (environment[PREFIX + name] ?? '').split(',').flatMap((item) => item.trim() || []);
  };

  const config: Config = {
    settings: {
      accountId: text('ACCOUNT_ID'),
      partition: text('PARTITION'),
      region: environment.AWS_REGION ?? '',
      mode: oneOf('MODE', MODES),
      restoreScope: oneOf('RESTORE_SCOPE', RESTORE_SCOPES),
      trails: list('TRAILS'),
      approvedPrincipals: list('APPROVED_PRINCIPALS'),
      sweepMinutes: Number(text('SWEEP_MINUTES')),
      notifyOn: oneOf('NOTIFY_ON', NOTIFY_ON),
      notifyOnAttempts: yesOrNo('NOTIFY_ATTEMPTS'),
      roleArn: text('ROLE_ARN'),
      stackId: text('STACK_ID'),
      topicArn: text('TOPIC_ARN'),
    },
    ledgerTable: text('LEDGER_TABLE'),
    // While a stack is updated, new code runs for a moment with the settings of the earlier release.
    incidentDays: Number(textOr('INCIDENT_DAYS', '365')),
    queueUrl: text('QUEUE_URL'),
    deadLetterQueueUrl: text('DEAD_LETTER_QUEUE_URL'),
    importFindings: yesOrNo('IMPORT_FINDINGS'),
    noteOnFindings: yesOrNo('NOTE_ON_FINDINGS'),
  };
  const { sweepMinutes, region } = config.settings;
  if (!(Number.isInteger(sweepMinutes) && sweepMinutes > 0)) {
    mistakes.push(`${PREFIX}SWEEP_MINUTES is not a whole number of minutes`);
  }
  if (!(Number.isInteger(config.incidentDays) && config.incidentDays > 0)) {
    mistakes.push(`${PREFIX}INCIDENT_DAYS is not a whole number of days`);
  }
  if (!region) mistakes.push('AWS_REGION is missing');
  mistakes.push(
    ...approvedPrincipalMistakes(config.settings.approvedPrincipals).map(
      (mistake) => `${PREFIX}APPROVED_PRINCIPALS: ${mistake}`,
    ),
  );
  for (const name of Object.keys(environment)) {
    if (name.startsWith(PREFIX) && !known.has(name)) mistakes.push(`${name} is not a setting of trailkeeper`);
  }
  if (mistakes.length > 0) throw new Error(`The function's settings are wrong: ${mistakes.join('; ')}.`);
  return config;
}

/** The function's own credentials, read at each call: Lambda may replace them. */
export const readCredentials = (environment: Environment = process.env) => ({
  accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
  sessionToken: environment.AWS_SESSION_TOKEN,
});

const DNS_SUFFIX: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.com.cn' };

/**
 * Where a service answers that is asked without the SDK.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function serviceEndpoint(
  service: 'cloudtrail' | 'ssm',
  { region, partition }: Pick<Settings, 'region' | 'partition'>,
  environment: Environment = process.env,
): URL {
  const override = environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? environment.AWS_ENDPOINT_URL;
  return new URL(override ?? `https://${service}.${region}.${DNS_SUFFIX[partition] ?? 'amazonaws.com'}`);
}

/** The endpoint that stands in for all of AWS, when one does: its origin may take CloudFormation's answers. */
export const endpointOverride = (environment: Environment = process.env): string | undefined =>
  environment.AWS_ENDPOINT_URL;
