import type { RemovePermissionInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { removeStatement } from './policy-statements.ts';
import { topicFor } from './topic-for.ts';

export const RemovePermission: Operation<RemovePermissionInput, void> = ({ TopicArn, Label = '' }, call) => {
  removeStatement(topicFor(TopicArn, 'RemovePermission', call), Label);
};
