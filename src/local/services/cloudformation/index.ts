import type { Service } from '../../endpoint/operation.ts';
import { CreateChangeSet } from './CreateChangeSet.ts';
import { CreateStack } from './CreateStack.ts';
import { DeleteChangeSet } from './DeleteChangeSet.ts';
import { DeleteStack } from './DeleteStack.ts';
import { DescribeChangeSet } from './DescribeChangeSet.ts';
import { DescribeStackEvents } from './DescribeStackEvents.ts';
import { DescribeStackResource } from './DescribeStackResource.ts';
import { DescribeStackResources } from './DescribeStackResources.ts';
import { DescribeStacks } from './DescribeStacks.ts';
import { ExecuteChangeSet } from './ExecuteChangeSet.ts';
import { GetTemplate } from './GetTemplate.ts';
import { GetTemplateSummary } from './GetTemplateSummary.ts';
import { ListChangeSets } from './ListChangeSets.ts';
import { ListExports } from './ListExports.ts';
import { ListStackResources } from './ListStackResources.ts';
import { ListStacks } from './ListStacks.ts';
import { UpdateStack } from './UpdateStack.ts';
import { UpdateTerminationProtection } from './UpdateTerminationProtection.ts';
import { ValidateTemplate } from './ValidateTemplate.ts';

/** CloudFormation, for templates in JSON. Their resources are made through the other services' own operations. */
export const cloudformation: Service = {
  name: 'cloudformation',
  operations: {
    CreateChangeSet,
    CreateStack,
    DeleteChangeSet,
    DeleteStack,
    DescribeChangeSet,
    DescribeStackEvents,
    DescribeStackResource,
    DescribeStackResources,
    DescribeStacks,
    ExecuteChangeSet,
    GetTemplate,
    GetTemplateSummary,
    ListChangeSets,
    ListExports,
    ListStackResources,
    ListStacks,
    UpdateStack,
    UpdateTerminationProtection,
    ValidateTemplate,
  },
};
