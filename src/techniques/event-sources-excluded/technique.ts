import { readSelectorGaps } from '../../domain/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';
import { quoteSome } from '../../domain/trail-request.ts';

export const eventSourcesExcluded: Technique = {
  id: 'cloudtrail.event-sources-excluded',
  catalogue: ['CT-17', 'CT-19'],
  severity: 'high',
  done: 'excluded services from the management events',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['PutEventSelectors'],
  drift: 'selectors',
  request: (_, call) => {
    const { excludedSources } = readSelectorGaps(call);
    return excludedSources.length > 0
      ? `management events of ${quoteSome(excludedSources)} are left out`
      : null;
  },
  actions: { read: [], restore: [] },
};
