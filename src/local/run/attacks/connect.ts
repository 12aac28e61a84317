import { isLoopbackHost } from '../../endpoint/loopback.ts';
import { livesInMachinesTime } from '../machines-time.ts';
import { type EmbeddedAws, type Keys, REGION } from '../start.ts';

/** The real AWS clients, each loaded when it is first needed: people wait for the demo. */
const SDKS = {
  account: { load: () => import('@aws-sdk/client-account'), client: 'AccountClient' },
  cloudformation: { load: () => import('@aws-sdk/client-cloudformation'), client: 'CloudFormationClient' },
  cloudtrail: { load: () => import('@aws-sdk/client-cloudtrail'), client: 'CloudTrailClient' },
  config: { load: () => import('@aws-sdk/client-config-service'), client: 'ConfigServiceClient' },
  dynamodb: { load: () => import('@aws-sdk/client-dynamodb'), client: 'DynamoDBClient' },
  ec2: { load: () => import('./ec2-client.ts'), client: 'EC2Client' },
  events: { load: () => import('@aws-sdk/client-eventbridge'), client: 'EventBridgeClient' },
  guardduty: { load: () => import('@aws-sdk/client-guardduty'), client: 'GuardDutyClient' },
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  kms: { load: () => import('@aws-sdk/client-kms'), client: 'KMSClient' },
  lambda: { load: () => import('@aws-sdk/client-lambda'), client: 'LambdaClient' },
  logs: { load: () => import('@aws-sdk/client-cloudwatch-logs'), client: 'CloudWatchLogsClient' },
  macie2: { load: () => import('@aws-sdk/client-macie2'), client: 'Macie2Client' },
  monitoring: { load: () => import('@aws-sdk/client-cloudwatch'), client: 'CloudWatchClient' },
  organizations: { load: () => import('@aws-sdk/client-organizations'), client: 'OrganizationsClient' },
  route53resolver: {
    load: () => import('./route53resolver-client.ts').then(({ sdk }) => sdk),
    client: 'Route53ResolverClient',
  },
  s3: { load: () => import('@aws-sdk/client-s3'), client: 'S3Client' },
  s3control: { load: () => import('@aws-sdk/client-s3-control'), client: 'S3ControlClient' },
  scheduler: { load: () => import('@aws-sdk/client-scheduler'), client: 'SchedulerClient' },
  securityhub: { load: () => import('@aws-sdk/client-securityhub'), client: 'SecurityHubClient' },
  securitylake: { load: () => import('@aws-sdk/client-securitylake'), client: 'SecurityLakeClient' },
  sns: { load: () => import('@aws-sdk/client-sns'), client: 'SNSClient' },
  sqs: { load: () => import('@aws-sdk/client-sqs'), client: 'SQSClient' },
  ssm: { load: () => import('@aws-sdk/client-ssm'), client: 'SSMClient' },
  sts: { load: () => import('@aws-sdk/client-sts'), client: 'STSClient' },
} as const;

type AwsService = keyof typeof SDKS;

/** What a call takes and answers, as the SDK has it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Makes one call of one service, by AWS's own name for it. @param region by default the world's */
export type Ask = (operation: string, input?: Fields, region?: string) => Promise<Fields>;

/** One user's clients, by the service's name. */
export type Clients = Readonly<Record<AwsService, Ask>>;

/** @throws Error when the address is none of this machine's: nothing here may ever reach AWS */
export function connect(aws: Pick<EmbeddedAws, 'url'> & { readonly region?: string }, keys: Keys): Clients {
  if (!isLoopbackHost(new URL(aws.url).host)) {
    throw new Error(`${aws.url} is not on this machine: attacks go to the embedded AWS only`);
  }
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const settings = {
    endpoint: aws.url,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    disableClockSkewCorrection: livesInMachinesTime,
  };
  const ask = (service: AwsService): Ask => asker(service, settings, aws.region ?? REGION);
  return Object.fromEntries(
    Object.keys(SDKS).map((service) => [service, ask(service as AwsService)]),
  ) as Clients;
}

interface Client {
  send(command: object): Promise<Fields>;
}

type Sdk = Readonly<Record<string, new (input: object) => object>>;

function asker(service: AwsService, settings: Fields, homeRegion: string): Ask {
  const clients = new Map<string, Client>();
  return async (operation, input = {}, region = homeRegion) => {
    const { load, client: name } = SDKS[service];
    const sdk = (await load()) as unknown as Sdk;
    const Client = sdk[name];
    const Command = sdk[`${operation}Command`];
    if (!Client || !Command) throw new Error(`The AWS SDK knows no ${service} ${operation}`);
    const client =
      clients.get(region) ??
      (new Client({ ...settings, ...ownSettings(service, settings), region }) as Client);
    clients.set(region, client);
    return client.send(new Command(input));
  };
}

/**
 * One host name serves all here: with a bucket or an account before it, nobody would know it. And CloudTrail takes one write a
 * second: people's clients are patient too.
 */
function ownSettings(service: AwsService, { endpoint }: Fields): Fields {
  if (service === 'cloudtrail') return { maxAttempts: 10 };
  if (service === 's3') return { forcePathStyle: true };
  if (service !== 's3control') return {};
  return { endpointProvider: () => ({ url: new URL(String(endpoint)) }) };
}
