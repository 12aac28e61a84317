import type { IResolvable } from 'aws-cdk-lib';
import { type CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Queues } from './queues.ts';

/**
 * Only the guard's own rules may send, to the queue and, what they could not deliver, to the dead-letter queue.
 *
 * The rules' exact ARNs hold the account, so `aws:SourceAccount` would add nothing; and EventBridge's own guide says
 * that it keeps rules from reaching a target.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html
 */
export function addQueuePolicies(
  scope: Construct,
  { queue, deadLetterQueue }: Queues,
  ruleArns: readonly (string | IResolvable)[],
): readonly CfnQueuePolicy[] {
  return [
    addPolicy(scope, 'QueuePolicy', queue, ruleArns),
    addPolicy(scope, 'DeadLetterQueuePolicy', deadLetterQueue, ruleArns),
  ];
}

const addPolicy = (
  scope: Construct,
  id: string,
  queue: CfnQueue,
  ruleArns: readonly (string | IResolvable)[],
) =>
  new CfnQueuePolicy(scope, id, {
    queues: [queue.ref],
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OwnRulesSend',
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: queue.attrArn,
          Condition: { ArnEquals: { 'aws:SourceArn': ruleArns } },
        },
        {
          Sid: 'OnlyOverTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: queue.attrArn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    },
  });
