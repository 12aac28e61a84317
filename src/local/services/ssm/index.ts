import type { Service } from '../../endpoint/operation.ts';
import { AddTagsToResource } from './AddTagsToResource.ts';
import { DeleteParameter } from './DeleteParameter.ts';
import { DeleteParameters } from './DeleteParameters.ts';
import { DescribeParameters } from './DescribeParameters.ts';
import { GetParameter } from './GetParameter.ts';
import { GetParameterHistory } from './GetParameterHistory.ts';
import { GetParameters } from './GetParameters.ts';
import { GetParametersByPath } from './GetParametersByPath.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { PutParameter } from './PutParameter.ts';
import { RemoveTagsFromResource } from './RemoveTagsFromResource.ts';

/** Parameter Store. */
export const ssm: Service = {
  name: 'ssm',
  operations: {
    AddTagsToResource,
    DeleteParameter,
    DeleteParameters,
    DescribeParameters,
    GetParameter,
    GetParameterHistory,
    GetParameters,
    GetParametersByPath,
    ListTagsForResource,
    PutParameter,
    RemoveTagsFromResource,
  },
};
