import { recordsSomething } from '../compare/event-selectors.ts';
import type { Baseline } from './baseline.ts';

/**
 * What every stored baseline must say, whoever approved it: that the trail records something and delivers it to a
 * bucket. That it logs is in no baseline and needs none. A baseline below this is an incident, and the last approved
 * version rules.
 * @returns what is too little, in words; nothing for the baseline of a trail that is no longer guarded
 */
export function floorMistakes({ state, parts }: Baseline): readonly string[] {
  if (state === 'retired') return [];
  const mistakes: string[] = [];
  if (parts.eventSelectors && !recordsSomething(parts.eventSelectors))
    mistakes.push(
      'parts.eventSelectors: a trail must record something; these selectors take no event at all',
    );
  if (parts.bucket === null)
    mistakes.push('parts.bucket: a trail must deliver to a bucket; null says that there is none');
  if (parts.key === null && parts.trail.KmsKeyId !== null)
    mistakes.push('parts.key: null says that the key the trail encrypts with does not exist');
  return mistakes;
}
