import type { InformationalCall } from '../domain/technique.ts';

const DONE = {
  StartLogging: 'started logging',
  AddTags: 'added tags to the trail',
  CreateTrail: 'created a trail',
  UpdateTrail: 'changed settings of the trail',
  PutEventSelectors: 'set the event selectors of the trail',
};

/** Calls that people are told about. An UpdateTrail or PutEventSelectors is one when it shows no technique. */
export const INFORMATIONAL_CALLS: readonly InformationalCall[] = Object.entries(DONE).map(
  ([eventName, done]) => ({ eventSource: 'cloudtrail.amazonaws.com', eventName, done }),
);
