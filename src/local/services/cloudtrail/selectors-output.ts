import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import type { Trail } from './trail.ts';

/** What PutEventSelectors and GetEventSelectors answer: the one kind of selectors that the trail has. */
export const selectorsOutput = ({ arn, selectors }: Trail): GetEventSelectorsResponse =>
  'basic' in selectors
    ? { TrailARN: arn, EventSelectors: [...selectors.basic] }
    : { TrailARN: arn, AdvancedEventSelectors: [...selectors.advanced] };
