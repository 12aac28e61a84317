import { asJsonObject, isJsonObject, type JsonObject } from '../domain/json.ts';
import { withImplied } from './implied-targets.ts';
import { readText } from './read-text.ts';

/** A record may list a hundred alarms or parameters; more than this names nothing any better. */
const MAX_TARGETS = 100;

/**
 * The request parameters in which a service's calls name what they are about, by the service's host name. Each holds a text
 * or a list of texts.
 */
const NAMING_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'cloudtrail.amazonaws.com',
    [
      'name',
      'trailName',
      'resourceId',
      'resourceArn',
      'eventDataStore',
      'channel',
      'delegatedAdminAccountId',
    ],
  ],
  ['s3.amazonaws.com', ['bucketName']],
  ['kms.amazonaws.com', ['keyId', 'aliasName', 'targetKeyId', 'customKeyStoreId']],
  [
    'logs.amazonaws.com',
    ['logGroupName', 'logGroupIdentifier', 'logGroupIdentifiers', 'resourceIdentifier', 'resourceArn'],
  ],
  ['monitoring.amazonaws.com', ['alarmName', 'alarmNames', 'metricName']],
  ['iam.amazonaws.com', ['roleName', 'policyArn', 'permissionsBoundary', 'userName', 'groupName']],
  ['events.amazonaws.com', ['name', 'rule', 'eventBusName', 'archiveName']],
  ['lambda.amazonaws.com', ['functionName', 'uUID', 'resource']],
  ['sns.amazonaws.com', ['topicArn', 'subscriptionArn', 'resourceArn']],
  ['sqs.amazonaws.com', ['queueUrl']],
  ['scheduler.amazonaws.com', ['name', 'groupName']],
  ['ssm.amazonaws.com', ['name', 'names']],
  ['dynamodb.amazonaws.com', ['tableName', 'resourceArn']],
  ['cloudformation.amazonaws.com', ['stackName', 'stackId', 'stackSetName', 'changeSetName']],
  ['organizations.amazonaws.com', ['accountId', 'policyId', 'targetId', 'servicePrincipal']],
  ['account.amazonaws.com', ['accountId', 'regionName']],
]);

/** A mapping is named by an id that says nothing; the response repeats what it connects. */
const NAMING_RESPONSE_FIELDS = ['functionArn', 'eventSourceArn'];

/**
 * Calls on a setting of the whole account: they name nothing that they touch, so the account stands for it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
 */
const ACCOUNT_WIDE = /^(Put|Delete)Account(Policy|PublicAccessBlock)$/;

/**
 * A refusal leaves the request out of most records; its message says who may not, and then on what: by its ARN, or as IAM says it,
 * `role name`. Only names of alarms hold spaces.
 */
const REFUSED_ON =
  /\bon resource: (?:"?(arn:[\w-]+:cloudwatch:[^"]+?(?= because | with an explicit deny)|arn:[^\s"]+)|(?:role|user|group|policy) (\S+))/;

/** What a record names besides its trail: buckets, keys, rules … as recorded, each once; 100 at most. */
export function readTargets(record: JsonObject, request: JsonObject | null, accountId: string): string[] {
  const eventName = readText(record.eventName) ?? '';
  const fields = NAMING_FIELDS.get(readText(record.eventSource) ?? '') ?? [];
  const response = asJsonObject(record.responseElements);
  const named = [
    ...fields.flatMap((field) => request?.[field]),
    // PutAlarmMuteRule has its alarms one level down; so its API says, no record of it is documented.
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
    ...listOf(asJsonObject(request?.muteTargets).alarmNames),
    ...NAMING_RESPONSE_FIELDS.map((field) => response[field]),
    ...listOf(record.resources).map((resource) => isJsonObject(resource) && resource.ARN),
    ...(REFUSED_ON.exec(readText(record.errorMessage) ?? '')?.slice(1) ?? []),
    ACCOUNT_WIDE.test(eventName) && accountId,
  ];
  const targets = named.map(readText).filter((target) => target !== null);
  return [...new Set(targets.flatMap(withImplied))].slice(0, MAX_TARGETS);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
