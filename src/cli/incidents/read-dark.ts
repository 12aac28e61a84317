import { makeEventHistory } from '../../aws/event-history.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Dark } from '../../domain/telling/report.ts';
import type { Live } from '../live/connect.ts';

/** A record, and the Region whose event history showed it. */
export interface DarkRecord {
  readonly region: string;
  readonly record: JsonObject;
}

export interface DarkRecords {
  /** The oldest first. */
  readonly records: readonly DarkRecord[];
  /** There are more than were read. */
  readonly isCut: boolean;
}

interface Query {
  readonly intervals: readonly Dark[];
  readonly regions: readonly string[];
  /** Records at most, over all. */
  readonly atMost: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Hears after each request how many records were read. */
  readonly tell: (region: string, records: number) => void;
}

/** Reads what event history has of the dark: every management event, as long as it takes at two requests a second. */
export async function readDark(live: Pick<Live, 'callAws'>, query: Query): Promise<DarkRecords> {
  const { intervals, regions, now, tell } = query;
  const found = new Map<string, DarkRecord>();
  let isCut = false;
  for (const region of regions) {
    const history = makeEventHistory(async (call) => {
      const answer = await live.callAws(call);
      tell(region, found.size);
      return answer;
    });
    for (const { from, until } of intervals) {
      // Events bear whole seconds.
      const since = Math.floor(Date.parse(from) / 1000) * 1000;
      const end = until === null ? now : Math.ceil(Date.parse(until) / 1000) * 1000;
      isCut = (await readInterval(region, since, end)) || isCut;
    }

    /** One answer holds so many characters at most; what is older than that is asked for again. */
    async function readInterval(place: string, since: number, end: number): Promise<boolean> {
      for (let until = end; ; ) {
        const before = found.size;
        const room = query.atMost - before;
        if (room <= 0) return true;
        const page = await history.lookUp({ region: place, since, until, atMost: room });
        for (const record of page.records) found.set(String(record.eventID), { region: place, record });
        if (!page.isCut) return false;
        const oldest = Math.min(...page.records.map(timeOf));
        if (found.size === before || !Number.isFinite(oldest)) return true;
        until = oldest;
      }
    }
  }
  // Event history shows the newest first, and a second may hold many.
  const records = [...found.values()]
    .reverse()
    .sort((one, other) => timeOf(one.record) - timeOf(other.record));
  return { records, isCut };
}

const timeOf = ({ eventTime }: JsonObject): number => Date.parse(String(eventTime));
