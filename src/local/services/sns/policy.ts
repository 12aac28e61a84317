import type { Caller } from '../../endpoint/caller.ts';
import type { World } from '../../endpoint/world.ts';
import { decide, isAllowed } from '../s3/resource-policy.ts';
import { letsServiceEncrypt } from './encryption.ts';
import { notAuthorized } from './sns-error.ts';
import type { Topic } from './store.ts';
import { findTopic } from './topics.ts';

export const OWNER_ACTIONS = [
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'Subscribe',
  'ListSubscriptionsByTopic',
  'Publish',
];

/** What a topic gets when its maker gives no policy: its own account may do everything with it. */
export const defaultPolicy = ({ arn, accountId }: Pick<Topic, 'arn' | 'accountId'>): string =>
  JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: OWNER_ACTIONS.map((action) => `SNS:${action}`),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': accountId } },
      },
    ],
  });

const policyOf = (topic: Topic): string => topic.attributes.get('Policy') ?? defaultPolicy(topic);

/** Whether an AWS service may publish to a topic: its policy lets it in, and so does the key it is encrypted with. */
export function mayPublish(
  world: World,
  topicArn: string,
  principal: string,
  sourceArn: string,
  sourceAccount = sourceArn.split(':')[4] ?? '',
): boolean {
  const topic = findTopic(world, topicArn);
  if (!topic) return false;
  const context = new Map([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', sourceAccount],
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:SecureTransport', 'true'],
  ]);
  const request = { principal: { service: principal }, action: 'SNS:Publish', resource: topicArn, context };
  return isAllowed(policyOf(topic), request) && letsServiceEncrypt(world, topic, principal, context);
}

/**
 * Lets a caller act on a topic: in his own account unless the topic's policy denies it, in another's only if it allows it.
 * What his own policies say was asked before.
 * @throws ServiceError `AuthorizationError`
 */
export function authorize(topic: Topic, action: string, { accountId, arn, role }: Caller): void {
  const principal = { arn: role?.arn ?? arn, accountId };
  const context = new Map([
    ['AWS:SourceOwner', accountId],
    ['aws:PrincipalAccount', accountId],
    ['aws:PrincipalArn', principal.arn],
    ['aws:SecureTransport', 'true'],
  ]);
  const request = { principal, action: `SNS:${action}`, resource: topic.arn, context };
  const decision = decide(policyOf(topic), request);
  const isLetIn = accountId === topic.accountId ? decision !== 'denied' : decision === 'allowed';
  if (!isLetIn) throw notAuthorized(arn, action, topic.arn);
}
