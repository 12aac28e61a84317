import { ServiceError } from '../../../endpoint/service-error.ts';
import type { World } from '../../../endpoint/world.ts';
import { lookUpKey } from '../../kms/find-key.ts';
import { isAllowed } from '../../s3/resource-policy.ts';
import type { LambdaFunction } from '../store.ts';

/**
 * Lets a new environment have its variables, if they are encrypted with a key of the function's own. Environments that run
 * already have them.
 * @throws ServiceError `KMSNotFoundException`, `KMSDisabledException`, `KMSInvalidStateException`, `KMSAccessDeniedException`
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
export function requireVariables(world: World, { accountId, region, settings }: LambdaFunction): void {
  const { kmsKeyArn, role, variables } = settings;
  if (!kmsKeyArn || variables.size === 0) return;
  const key = lookUpKey(world, kmsKeyArn, { accountId, region });
  if (!key) throw failed('KMSNotFoundException', 'the KMS key was not found');
  if (key.state === 'Disabled') throw failed('KMSDisabledException', 'the KMS key used is disabled');
  if (key.state !== 'Enabled') {
    throw failed(
      'KMSInvalidStateException',
      `the state of the KMS key used is not valid for Decrypt (${key.state})`,
    );
  }
  const principal = { arn: role, accountId };
  const mayDecrypt = isAllowed(key.policy, { principal, action: 'kms:Decrypt', resource: key.arn });
  if (!mayDecrypt) throw failed('KMSAccessDeniedException', 'KMS access was denied');
}

const failed = (code: string, why: string) =>
  new ServiceError(code, `Lambda was unable to decrypt the environment variables because ${why}.`, 502);
