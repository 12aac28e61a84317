import type {
  Change,
  DescribeChangeSetInput,
  DescribeChangeSetOutput,
  ResourceChangeDetail,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { PlannedChange, PropertyChange } from './deployment/planned-change.ts';
import { describeParameters } from './describe-stack.ts';
import { findChangeSet } from './find-change-set.ts';

export const DescribeChangeSet: Operation<DescribeChangeSetInput, DescribeChangeSetOutput> = (
  input,
  call,
) => {
  if (input.IncludePropertyValues) refuseUnsupported(input, 'IncludePropertyValues');
  const { stack, changeSet } = findChangeSet(input, call);
  const { items, nextToken } = page(changeSet.changes, {
    limit: 100,
    token: input.NextToken,
    badTokenCode: 'ValidationError',
  });
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: stack.id,
    StackName: stack.name,
    Description: changeSet.description,
    Parameters: describeParameters(changeSet.definition),
    CreationTime: new Date(changeSet.createdAt),
    ExecutionStatus: changeSet.executionStatus,
    Status: changeSet.status,
    StatusReason: changeSet.statusReason,
    NotificationARNs: [],
    RollbackConfiguration: {},
    Capabilities: [...changeSet.definition.capabilities],
    Tags: [...changeSet.definition.tags],
    Changes: items.map(describeChange),
    NextToken: nextToken,
    IncludeNestedStacks: false,
    OnStackFailure: changeSet.onFailure,
  };
};

const describeChange = (change: PlannedChange): Change => ({
  Type: 'Resource',
  ResourceChange: {
    Action: change.action,
    LogicalResourceId: change.logicalId,
    PhysicalResourceId: change.physicalId,
    ResourceType: change.type,
    Replacement: change.action === 'Modify' ? change.replacement : undefined,
    Scope: change.action === 'Modify' ? ['Properties'] : [],
    Details: change.changedProperties.map(describeProperty),
  },
});

const describeProperty = ({ name, requiresRecreation, isKnown }: PropertyChange): ResourceChangeDetail => ({
  Target: { Attribute: 'Properties', Name: name, RequiresRecreation: requiresRecreation },
  Evaluation: isKnown ? 'Static' : 'Dynamic',
  ChangeSource: isKnown ? 'DirectModification' : 'ResourceAttribute',
});
