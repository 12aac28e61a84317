import { CfnDeletionPolicy } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { type GuardConditions, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';

/**
 * What the guard remembers. It outlives the stack: incidents are evidence, and whoever can delete the stack must not
 * thereby delete them. Its name is generated, so a stack deployed again does not stumble over it.
 */
export function addLedger(
  scope: Construct,
  { encryptionKeyArn }: GuardSettings,
  { encrypts }: GuardConditions,
): CfnTable {
  const ledger = new CfnTable(scope, 'Ledger', {
    keySchema: [
      { attributeName: 'kind', keyType: 'HASH' },
      { attributeName: 'id', keyType: 'RANGE' },
    ],
    attributeDefinitions: [
      { attributeName: 'kind', attributeType: 'S' },
      { attributeName: 'id', attributeType: 'S' },
    ],
    billingMode: 'PAY_PER_REQUEST',
    timeToLiveSpecification: { attributeName: 'expiresAt', enabled: true },
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtectionEnabled: true,
    sseSpecification: when(encrypts, { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: encryptionKeyArn }),
  });
  ledger.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  ledger.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  return ledger;
}
