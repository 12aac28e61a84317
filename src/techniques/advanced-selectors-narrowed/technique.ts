import { readSelectorGaps } from '../../domain/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';
import { quoteSome } from '../../domain/trail-request.ts';

export const advancedSelectorsNarrowed: Technique = {
  id: 'cloudtrail.advanced-selectors-narrowed',
  catalogue: ['CT-19'],
  severity: 'critical',
  done: 'narrowed the management events by advanced event selectors',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['PutEventSelectors'],
  drift: 'selectors',
  request: (_, call) => {
    const { filteredBy } = readSelectorGaps(call);
    return filteredBy.length > 0 ? `management events are filtered by ${quoteSome(filteredBy)}` : null;
  },
  actions: { read: [], restore: [] },
};
