import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import { quoteSome } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const advancedSelectorsNarrowed: Technique = {
  id: 'cloudtrail.advanced-selectors-narrowed',
  catalogue: ['CT-19'],
  severity: 'critical',
  done: 'narrowed the management events by advanced event selectors',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.management.filter'],
  request: (_, call) => {
    const { filteredBy } = readSelectorGaps(call);
    return filteredBy.length > 0 ? `management events are filtered by ${quoteSome(filteredBy)}` : null;
  },
  restore: ['PutEventSelectors'],
  lost: 'What the filter left out in that time; management events stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again, and read Event history for what the filter left out.',
};
