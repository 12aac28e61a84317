import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { mayUseThrough } from '../kms/through-service.ts';
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

/**
 * Whether a role's lines can be written to an encrypted group: CloudWatch Logs uses the key in its name, too. What becomes of
 * lines while the key cannot be used, AWS does not say; here they are lost.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html (step 2: the role which will be calling)
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchLogsAPIKeyAccess.html
 */
export function canWriteAs(world: World, roleArn: string, { arn, keyArn }: LogGroup): boolean {
  if (keyArn === undefined) return true;
  if (!isUsable(world, keyArn, arn, ['kms:GenerateDataKey'])) return false;
  const [, , , region = '', accountId = ''] = arn.split(':');
  const key = lookUpKey(world, keyArn, { accountId, region });
  const caller = { accountId, arn: roleArn, role: { arn: roleArn, name: '', principalId: '' } };
  const use = { service: 'logs', region, encryptionContext: { 'aws:logs:arn': arn } };
  return key !== undefined && mayUseThrough(world, key, caller, TO_WRITE, use);
}

const TO_WRITE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

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
