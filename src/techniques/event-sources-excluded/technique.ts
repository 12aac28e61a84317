import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import { quoteSome } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const eventSourcesExcluded: Technique = {
  id: 'cloudtrail.event-sources-excluded',
  catalogue: ['CT-17'],
  severity: 'high',
  done: 'excluded services from the management events',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.management.sources'],
  request: (_, call) => {
    const { excludedSources } = readSelectorGaps(call);
    return excludedSources.length > 0
      ? `management events of ${quoteSome(excludedSources)} are left out`
      : null;
  },
  restore: ['PutEventSelectors'],
  lost: 'Events of the excluded services in that time; they stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again, and read Event history of the excluded services.',
};
