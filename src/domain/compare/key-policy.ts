import { parseArn } from '../arn.ts';
import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { cloudTrailContext } from './policy/cloudtrail-context.ts';
import { comparePolicies } from './policy/compare-policy.ts';
import { CLOUDTRAIL } from './policy/policy-observation.ts';
import type { PolicyRequest } from './policy/request.ts';

type KeyPolicy = PartValues['key.policy'];

/** Whether CloudTrail may still encrypt with the key, who may decrypt, and who may administer it. */
export const compareKeyPolicy = (
  expected: KeyPolicy,
  actual: KeyPolicy,
  trail: ComparedTrail,
): readonly Drift[] =>
  comparePolicies(expected, actual, {
    requests: encryptionRequests(trail),
    ownAccounts: [trail.accountId, parseArn(trail.settings.KmsKeyId ?? '')?.accountId ?? trail.accountId],
    ownResource: trail.settings.KmsKeyId ?? undefined,
    paths: {
      delivery: 'key.policy.encryption',
      access: 'key.policy.access',
      readers: 'key.policy.readers',
      protection: 'key.policy.protection',
    },
  });

const ENCRYPTION_CONTEXT = 'kms:encryptioncontext:aws:cloudtrail:arn';

/**
 * What CloudTrail does with the key; `*` is the key itself. It decrypts only where the bucket has an S3 Bucket Key, and may do
 * without where the approved policy lets it not.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
function encryptionRequests(trail: ComparedTrail): readonly PolicyRequest[] {
  const context = cloudTrailContext(trail);
  const request = { principal: CLOUDTRAIL, resource: '*' };
  const encrypting = { ...context, [ENCRYPTION_CONTEXT]: [trail.arn] };
  return [
    { ...request, action: 'kms:GenerateDataKey', context: encrypting },
    { ...request, action: 'kms:Decrypt', context: encrypting },
    { ...request, action: 'kms:DescribeKey', context: { ...context, [ENCRYPTION_CONTEXT]: null } },
  ];
}
