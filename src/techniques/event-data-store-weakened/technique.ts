import type { JsonObject } from '../../domain/json.ts';
import { findTurnedOff } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const eventDataStoreWeakened: Technique = {
  id: 'cloudtrail.event-data-store-weakened',
  catalogue: ['CT-27'],
  severity: 'high',
  done: 'weakened an event data store',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateEventDataStore'] }],
  drift: [],
  request: (request) => findWeakened(request).join('; ') || null,
  restore: [],
  lost: 'Events of the Regions or accounts left out in that time; events older than a shortened retention.',
  toDo: 'Set the settings of the event data store again as they were, termination protection first.',
};

const PROTECTIONS = ['terminationProtectionEnabled', 'multiRegionEnabled', 'organizationEnabled'];

const findWeakened = (request: JsonObject): readonly string[] => [
  ...PROTECTIONS.flatMap((field) => findTurnedOff(request, field) ?? []),
  ...findRetention(request),
];

/** What it was before, nothing here knows: whoever sets it is asked. */
const findRetention = ({ retentionPeriod }: JsonObject): readonly string[] =>
  typeof retentionPeriod === 'number' ? [`retentionPeriod is ${retentionPeriod}`] : [];
