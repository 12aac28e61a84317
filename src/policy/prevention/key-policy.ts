import { READING_ACTIONS } from '../../domain/reading-actions.ts';
import { sortedActions } from '../statement.ts';
import type { DeniedTechnique } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import { CLOUDTRAIL, denyCalls, type ExplainedStatement, ownersOf } from './resource-statement.ts';

/**
 * The policy of a key for log files: lets CloudTrail encrypt for the named trails, leaves everything else to IAM, but lets nobody
 * disable, delete or give the key away. In a key's policy `*` is that key.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function keyStatements(
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedStatement[] {
  const [keyArn = ''] = options.keyArns ?? [];
  const [, partition = '', , , account = ''] = keyArn.split(':');
  const { trailArns = [] } = options;
  return [
    {
      statement: {
        Sid: 'LeaveRightsToIam',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      what: 'what the account’s own policies allow',
      techniques: [],
    },
    {
      statement: {
        Sid: 'LetCloudTrailEncrypt',
        Effect: 'Allow',
        Principal: CLOUDTRAIL,
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceArn': trailArns },
          StringLike: {
            'kms:EncryptionContext:aws:cloudtrail:arn': ownersOf(options).map(
              (owner) => `arn:${partition}:cloudtrail:*:${owner}:trail/*`,
            ),
          },
        },
      },
      what: 'CloudTrail’s encryption, for these trails',
      techniques: [],
    },
    {
      statement: {
        Sid: 'LetCloudTrailSeeTheKey',
        Effect: 'Allow',
        Principal: CLOUDTRAIL,
        Action: 'kms:DescribeKey',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceArn': trailArns } },
      },
      what: 'CloudTrail’s look at the key, for these trails',
      techniques: [],
    },
    ...readingOf(options),
    ...denyCalls('Keys', '*', options, techniques),
  ];
}

/** A guard in another account reads nothing of a key unless the key lets it. */
function readingOf({ guardRoleArn }: DenyOptions): readonly ExplainedStatement[] {
  if (!guardRoleArn) return [];
  const reading = Object.values(READING_ACTIONS)
    .flat()
    .filter((action) => action.startsWith('kms:') && action !== 'kms:ListAliases');
  return [
    {
      statement: {
        Sid: 'LetGuardSee',
        Effect: 'Allow',
        Principal: { AWS: guardRoleArn },
        Action: sortedActions(reading),
        Resource: '*',
      },
      what: 'the guard’s reading of the key’s settings',
      techniques: [],
    },
  ];
}
