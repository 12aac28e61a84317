import type { JsonObject } from '../domain/json.ts';
import type { Clock } from '../domain/ports.ts';
import type { Connection } from './connection.ts';
import { paceCloudTrail } from './pace-cloudtrail.ts';
import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** The clients, each loaded when it is first needed: at a cold start, StartLogging has left by then. */
const SDKS = {
  account: { load: () => import('@aws-sdk/client-account'), client: 'AccountClient' },
  cloudtrail: { load: () => import('@aws-sdk/client-cloudtrail'), client: 'CloudTrailClient' },
  cloudwatch: { load: () => import('@aws-sdk/client-cloudwatch'), client: 'CloudWatchClient' },
  events: { load: () => import('@aws-sdk/client-eventbridge'), client: 'EventBridgeClient' },
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  kms: { load: () => import('@aws-sdk/client-kms'), client: 'KMSClient' },
  logs: { load: () => import('@aws-sdk/client-cloudwatch-logs'), client: 'CloudWatchLogsClient' },
  s3: { load: () => import('@aws-sdk/client-s3'), client: 'S3Client' },
  securityhub: { load: () => import('@aws-sdk/client-securityhub'), client: 'SecurityHubClient' },
  sns: { load: () => import('@aws-sdk/client-sns'), client: 'SNSClient' },
} as const;

type AwsService = keyof typeof SDKS;

/** One call, by the name that AWS gives it. */
export interface AwsCall {
  readonly service: AwsService;
  readonly operation: string;
  readonly region: string;
  readonly input: JsonObject;
}

/** Makes a call. @throws the SDK's error, named by AWS's code; UnknownToSdkError */
export type CallAws = (call: AwsCall) => Promise<JsonObject>;

/** The SDK of Lambda's runtime may be older than an operation: then nothing is known of what it would tell. */
export class UnknownToSdkError extends Error {
  override readonly name = 'UnknownToSdkError';

  constructor(operation: string) {
    super(`the loaded AWS SDK does not know ${operation}`);
  }
}

interface Client {
  send(command: object): Promise<JsonObject>;
}

/**
 * AWS in all its Regions, with CloudTrail's quotas kept.
 * @param connection by default the environment's
 */
export function connectAws(clock: Clock, connection: Connection = {}): CallAws {
  const clients = new Map<string, Client>();
  const awaitTurn = paceCloudTrail(clock);
  return async (call) => {
    const { service, operation, region, input } = call;
    const { load, client: clientName } = SDKS[service];
    const sdk = (await load()) as unknown as Readonly<Record<string, new (input: object) => object>>;
    const Command = sdk[`${operation}Command`];
    const Client = sdk[clientName];
    if (!Command || !Client) throw new UnknownToSdkError(operation);
    const place = `${service} ${region}`;
    const client = clients.get(place) ?? (new Client(settingsFor(service, region, connection)) as Client);
    clients.set(place, client);
    // Not before the SDK is loaded: the first calls would leave late, and the next too soon after them.
    await awaitTurn(call);
    return client.send(new Command(input));
  };
}

/** Patient enough for CloudTrail's quotas, which everything else in the account shares. */
const settingsFor = (service: AwsService, region: string, connection: Connection) => ({
  maxAttempts: service === 'cloudtrail' ? 5 : 3,
  ...ATTEMPT_LIMITS,
  ...connection,
  region,
});
