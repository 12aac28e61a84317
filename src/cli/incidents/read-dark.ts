import type { CallAws } from '../../aws/call-aws.ts';
import { makeEventHistory } from '../../aws/event-history.ts';
import type { AccountPlace } from '../../aws/list-regions.ts';
import type { EventHistory } from '../../domain/event-history.ts';
import type { JsonObject } from '../../domain/json.ts';
import { readPart } from '../../domain/snapshot.ts';
import type { Dark, Gap } from '../../domain/telling/report.ts';
import { NotDoneError } from '../exit-codes.ts';

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
  /** Regions whose event history did not answer, and why. */
  readonly unread: readonly Unread[];
}

type Unread = Gap['unread'][number];

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

/**
 * Reads what event history has of the dark: every management event, as long as it takes at two requests a second.
 * @throws what AWS answers when no Region does better
 */
export async function readDark(
  callAws: CallAws,
  place: AccountPlace,
  { intervals, regions, atMost, now, tell }: Query,
): Promise<DarkRecords> {
  const found = new Map<string, DarkRecord>();
  const unread: Unread[] = [];
  let isCut = false;
  for (const region of regions) {
    const history = makeEventHistory(async (call) => {
      const answer = await callAws(call);
      tell(region, found.size);
      return answer;
    }, place);
    const read = await readPart(async () => {
      for (const { from, until } of intervals) {
        // Events bear whole seconds.
        const since = Math.floor(Date.parse(from) / 1000) * 1000;
        const end = until === null ? now : Math.ceil(Date.parse(until) / 1000) * 1000;
        isCut = (await readInterval(history, region, since, end)) || isCut;
      }
    });
    if (!read.read) unread.push({ region, reason: read.reason });
  }
  if (unread[0] && unread.length === regions.length)
    throw new NotDoneError(`event history of ${unread[0].region} does not answer: ${unread[0].reason}`);
  // Event history shows the newest first, and a second may hold many.
  const records = [...found.values()]
    .reverse()
    .sort((one, other) => timeOf(one.record) - timeOf(other.record));
  return { records, isCut, unread };

  /** One answer holds so many characters at most; what is older than that is asked for again. */
  async function readInterval(
    history: EventHistory,
    region: string,
    since: number,
    end: number,
  ): Promise<boolean> {
    for (let until = end; ; ) {
      const before = found.size;
      const room = atMost - before;
      if (room <= 0) return true;
      const page = await history.lookUp({ region, since, until, atMost: room });
      for (const record of page.records) found.set(String(record.eventID), { region, record });
      if (!page.isCut) return false;
      const oldest = Math.min(...page.records.map(timeOf));
      if (found.size === before || !Number.isFinite(oldest)) return true;
      until = oldest;
    }
  }
}

const timeOf = ({ eventTime }: JsonObject): number => Date.parse(String(eventTime));
