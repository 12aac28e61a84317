import type { EventHistory, HistoryQuery } from '../domain/event-history.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { CallAws } from './call-aws.ts';
import { type AccountPlace, listRegions } from './list-regions.ts';

/** Enough for any record's page, and nothing that an attacker's long requests could fill the memory with. */
const MAX_CHARACTERS = 4_000_000;
const PAGE = 50;

/** CloudTrail's event history through LookupEvents. */
export function makeEventHistory(callAws: CallAws, place: AccountPlace): EventHistory {
  const lookUp = (region: string, input: JsonObject) =>
    callAws({ service: 'cloudtrail', operation: 'LookupEvents', region, input });
  return {
    listRegions: () => listRegions(callAws, place),
    async findEvent(eventId, region) {
      const LookupAttributes = [{ AttributeKey: 'EventId', AttributeValue: eventId }];
      const texts = textsOf(await lookUp(region, { LookupAttributes }));
      return texts.flatMap(readRecord).find(({ eventID }) => eventID === eventId) ?? null;
    },
    async lookUp(query) {
      const records: JsonObject[] = [];
      let characters = 0;
      let NextToken: unknown;
      do {
        const answer = await lookUp(query.region, { ...toInput(query), ...(NextToken ? { NextToken } : {}) });
        for (const text of textsOf(answer)) {
          characters += text.length;
          if (records.length >= query.atMost || characters > MAX_CHARACTERS) return { records, isCut: true };
          records.push(...readRecord(text));
        }
        ({ NextToken } = answer);
      } while (NextToken);
      return { records, isCut: false };
    },
  };
}

const toInput = ({ since, until, attribute }: HistoryQuery): JsonObject => ({
  StartTime: new Date(since),
  EndTime: new Date(until),
  MaxResults: PAGE,
  ...(attribute && {
    LookupAttributes: [{ AttributeKey: attribute.key, AttributeValue: attribute.value }],
  }),
});

const textsOf = ({ Events }: JsonObject): readonly string[] =>
  (Array.isArray(Events) ? Events.filter(isJsonObject) : []).flatMap(({ CloudTrailEvent }) =>
    typeof CloudTrailEvent === 'string' ? [CloudTrailEvent] : [],
  );

function readRecord(text: string): readonly JsonObject[] {
  try {
    const record: unknown = JSON.parse(text);
    return isJsonObject(record) ? [record] : [];
  } catch {
    return [];
  }
}
