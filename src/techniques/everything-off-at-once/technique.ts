import type { JsonObject } from '../../domain/json.ts';
import { findEmptied, findTurnedOff } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const everythingOffAtOnce: Technique = {
  id: 'cloudtrail.everything-off-at-once',
  catalogue: ['CT-13'],
  severity: 'critical',
  done: 'turned off most settings of the trail in one call',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: [],
  request: findMostTurnedOff,
  restore: ['UpdateTrail'],
  lost: 'What each of these settings recorded or sent in that time; management events stay in Event history for 90 days.',
  toDo: 'Set every setting again as it was approved, then look at who has this trail’s rights: it is what attack tools do.',
};

/** Fewer of them in one call happen; each is a technique of its own. */
const MOST = 4;

function findMostTurnedOff(request: JsonObject): string | null {
  const flags = ['isMultiRegionTrail', 'includeGlobalServiceEvents', 'enableLogFileValidation'];
  const destinations = ['cloudWatchLogsLogGroupArn', 'snsTopicName', 'kmsKeyId'];
  const off = [
    ...flags.flatMap((field) => findTurnedOff(request, field) ?? []),
    ...destinations.flatMap((field) => findEmptied(request, field) ?? []),
  ];
  return off.length >= MOST ? `${off.length} settings are turned off in one call` : null;
}
