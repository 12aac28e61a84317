import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';

export const ListTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  { resourceArn },
  call,
) => ({ tags: Object.fromEntries(findTagged(resourceArn, call).tags) });
