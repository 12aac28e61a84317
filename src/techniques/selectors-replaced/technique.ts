import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const selectorsReplaced: Technique = {
  id: 'cloudtrail.selectors-replaced',
  catalogue: ['CT-20'],
  severity: 'high',
  done: 'replaced all selectors by advanced ones that record less',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.EventSelectors'],
  request: (_, call) =>
    isAdvanced(call) && isNarrow(call) ? 'advanced event selectors replace all that were there' : null,
  restore: ['PutEventSelectors'],
  lost: 'Events that no selector took in that time; management events stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again, in the kind that was approved: basic and advanced ones exclude each other.',
};

/** The response repeats the selectors: the record may have left the request out for its size. */
const isAdvanced = ({ request, response }: ApiCall): boolean =>
  [request, response].some((holder) => Array.isArray(holder?.advancedEventSelectors));

function isNarrow(call: ApiCall): boolean {
  const { unrecorded, excludedSources, filteredBy } = readSelectorGaps(call);
  return [unrecorded, excludedSources, filteredBy].some((gap) => gap.length > 0);
}
