import { objectsOf, textsOf } from '../canonical/fields.ts';
import { canonicalObject } from '../canonical/json-value.ts';
import type { Drift } from '../drift.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { PartValues } from '../parts.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type Notification = PartValues['bucket.notification'];

/** Whom S3 tells of new log files: those who read them would wait in vain. */
export function compareNotification(expected: Notification, actual: Notification): readonly Drift[] {
  const [wanted, found] = [readTargets(expected), readTargets(actual)];
  const missing = wanted.filter((target) => !found.some((other) => tellsAll(other, target)));
  const added = found.filter((target) => !wanted.some((other) => tellsAll(other, target)));
  const merged = mergeObservations([
    ...missing.map(
      ({ name }) => ({ class: 'weaker', evidence: `${name} is no longer told as before` }) as const,
    ),
    ...added.map(({ name }) => ({ class: 'different', evidence: `${name} is told as well` }) as const),
  ]);
  return merged ? [{ path: 'bucket.notification', expected, actual, ...merged }] : [];
}

/** Somebody who is told of some events. */
interface Target {
  readonly name: string;
  readonly events: readonly string[];
  /** Of which objects, and how: the same for the same. */
  readonly key: string;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html */
const ARNS = {
  TopicConfigurations: 'TopicArn',
  QueueConfigurations: 'QueueArn',
  LambdaFunctionConfigurations: 'LambdaFunctionArn',
};

const readTargets = (configuration: Notification): readonly Target[] => [
  ...(isJsonObject(configuration.EventBridgeConfiguration)
    ? [{ name: 'EventBridge', events: [], key: 'EventBridge' }]
    : []),
  ...Object.entries(ARNS).flatMap(([list, arn]) =>
    objectsOf(configuration[list]).map((target) => readTarget(target, arn)),
  ),
];

function readTarget({ Id: _, Events, ...others }: JsonObject, arn: string): Target {
  return {
    name: String(others[arn]),
    events: textsOf(Events),
    key: JSON.stringify(canonicalObject(others)),
  };
}

const tellsAll = (target: Target, wanted: Target): boolean =>
  target.key === wanted.key &&
  wanted.events.every((event) => target.events.includes(event) || target.events.includes(wholeGroup(event)));

/** `s3:ObjectCreated:*` is told of whatever `s3:ObjectCreated:Put` is. */
const wholeGroup = (event: string): string => event.replace(/:[^:]*$/, ':*');
