import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import { invalidParameter } from './groups.ts';
import type { LogEvent, LogGroup } from './store.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
const KEY_ACTIONS = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:GenerateDataKey',
  'kms:DescribeKey',
];

/**
 * Refuses a key that CloudWatch Logs may not use for a log group.
 * @throws ServiceError `InvalidParameterException`
 */
export function checkKey(keyArn: string, groupArn: string, { world }: Call): void {
  if (isUsable(world, keyArn, groupArn, KEY_ACTIONS)) return;
  throw invalidParameter(
    `The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn}'`,
  );
}

/**
 * Log events can be read only while the key that they are encrypted with can be used, whatever key the group has now.
 * @throws ServiceError `AccessDeniedException`
 */
export function requireReadable(world: World, { arn }: LogGroup, events: readonly LogEvent[]): void {
  const keys = new Set(events.flatMap(({ keyArn }) => keyArn ?? []));
  const unusable = [...keys].find((keyArn) => !isUsable(world, keyArn, arn, ['kms:Decrypt']));
  if (unusable === undefined) return;
  throw new ServiceError('AccessDeniedException', `The KMS key ${unusable} cannot be used to read ${arn}.`);
}

function isUsable(world: World, keyArn: string, groupArn: string, actions: readonly string[]): boolean {
  const [, , , region = '', accountId = ''] = groupArn.split(':');
  const key = keyArn.startsWith('arn:') ? lookUpKey(world, keyArn, { accountId, region }) : undefined;
  if (key?.state !== 'Enabled') return false;
  const principal = { service: `logs.${region}.amazonaws.com` };
  const context = new Map([
    ['kms:EncryptionContext:aws:logs:arn', groupArn],
    ['aws:SourceAccount', accountId],
  ]);
  return actions.every((action) => isAllowed(key.policy, { principal, action, resource: key.arn, context }));
}
