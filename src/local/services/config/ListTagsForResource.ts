import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall } from './store.ts';

/** Rules are what can be tagged here. */
export const ListTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  { ResourceArn: arn = '' },
  call,
) => {
  const { rules, tags } = configOfCall(call);
  if ([...rules.values()].some(({ definition }) => definition.ConfigRuleArn === arn)) {
    return { Tags: [...(tags.get(arn) ?? [])] };
  }
  throw new ServiceError('ResourceNotFoundException', `The resource ${arn} does not exist.`);
};
