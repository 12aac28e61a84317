import type { AddPermissionInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { OWNER_ACTIONS } from './policy.ts';
import { addStatement } from './policy-statements.ts';
import { invalidParameter } from './sns-error.ts';
import { topicFor } from './topic-for.ts';

export const AddPermission: Operation<AddPermissionInput, void> = (input, call) => {
  const topic = topicFor(input.TopicArn, 'AddPermission', call);
  const { Label: Sid = '', AWSAccountId: accountIds = [], ActionName: actions = [] } = input;
  if (Sid === '') throw invalidParameter('Label');
  if (accountIds.length === 0 || accountIds.some((id) => !/^\d{12}$/.test(id))) {
    throw invalidParameter('AWSAccountId');
  }
  if (actions.length === 0 || actions.some((action) => !OWNER_ACTIONS.includes(action))) {
    throw invalidParameter('ActionName');
  }
  const statement = {
    Sid,
    Effect: 'Allow',
    Principal: { AWS: accountIds.map((id) => `arn:${call.partition}:iam::${id}:root`) },
    Action: actions.map((action) => `SNS:${action}`),
    Resource: topic.arn,
  };
  addStatement(topic, statement);
};
