import { Aws, Fn } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { type GuardConditions, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import { topicRegion } from './topic-region.ts';

interface KeyProps {
  readonly settings: GuardSettings;
  readonly conditions: GuardConditions;
  readonly ledger: CfnTable;
  readonly logGroup: CfnLogGroup;
  readonly ownTopicArn: string;
}

/** What the function's role does with keys: never itself, only through the service that encrypts, and for one topic, table and log. */
export const keyStatements = (props: KeyProps) => [
  Fn.conditionIf(
    props.conditions.makesTopic.logicalId,
    when(props.conditions.encrypts, ownTopicStatement(props)),
    givenTopicStatement(props),
  ),
  when(props.conditions.encrypts, ledgerStatement(props)),
  when(props.conditions.encrypts, logStatement(props)),
];

const TO_ENCRYPT = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * A given topic may be encrypted. Its key is unknown, and may be another account's; but SNS names the topic in the
 * encryption context, so the keys can be used through SNS, for this topic, and for nothing else.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function givenTopicStatement({ settings: { alertTopicArn } }: KeyProps) {
  const Region = topicRegion(alertTopicArn);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  const keys = Fn.sub('arn:${AWS::Partition}:kms:${Region}:*:key/*', { Region });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  const sns = Fn.sub('sns.${Region}.${AWS::URLSuffix}', { Region });
  return allow('UseKeyOfGivenTopic', TO_ENCRYPT, keys, {
    StringEquals: { 'kms:ViaService': sns, 'kms:EncryptionContext:aws:sns:topicArn': alertTopicArn },
  });
}

const ownTopicStatement = ({ settings, ownTopicArn }: KeyProps) =>
  allow('UseKeyOfTopic', TO_ENCRYPT, settings.encryptionKeyArn, {
    StringEquals: {
      'kms:ViaService': through('sns'),
      'kms:EncryptionContext:aws:sns:topicArn': ownTopicArn,
    },
  });

/**
 * DynamoDB decrypts the table's key in the name of whoever reads or writes. What else it does with the key, it does by a grant.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const ledgerStatement = ({ settings, ledger }: KeyProps) =>
  allow('UseKeyOfLedger', ['kms:Decrypt'], settings.encryptionKeyArn, {
    StringEquals: {
      'kms:ViaService': through('dynamodb'),
      'kms:EncryptionContext:aws:dynamodb:tableName': ledger.ref,
      'kms:EncryptionContext:aws:dynamodb:subscriberId': Aws.ACCOUNT_ID,
    },
  });

/**
 * What AWS's own policy for writing to an encrypted log group has, but for kms:DescribeKey, which the role has for every key.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchLogsAPIKeyAccess.html
 */
const logStatement = ({ settings, logGroup }: KeyProps) =>
  allow('UseKeyOfLog', TO_ENCRYPT, settings.encryptionKeyArn, {
    StringEquals: {
      'kms:ViaService': through('logs'),
      'kms:EncryptionContext:aws:logs:arn': arnOf(logGroup),
    },
  });

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
const through = (service: string) => Fn.sub(`${service}.\${AWS::Region}.\${AWS::URLSuffix}`);

/** Without the `:*` that CloudFormation answers: that is what an encryption context has. */
const arnOf = ({ ref }: CfnLogGroup) =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  Fn.sub('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}', { Group: ref });

const allow = (Sid: string, Action: readonly string[], Resource: string, Condition: object) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
