import { principalOf } from '../actor.ts';
import { isCallOf } from '../detect.ts';
import type { Guard } from '../guard.ts';
import { inTime } from '../in-time.ts';
import type { JsonObject } from '../json.ts';
import type { ApiCall } from '../signal.ts';
import { type Part, readPart } from '../snapshot.ts';
import type { GapRegions } from './gap-regions.ts';
import type { Dark, Gap } from './report.ts';

/** LookupEvents takes two requests a second, and gives fifty events at a time. */
const EVENTS_READ = 500;
const SHOWN_PRINCIPALS = 10;
const SHOWN_CALLS = 20;

/** Calls that give access, take it away or destroy, whatever the service. */
const NOTABLE =
  /^(Create(AccessKey|LoginProfile|User|Role|PolicyVersion|KeyPair)|Attach|Put(User|Role|Group)Policy|Update(AssumeRolePolicy|LoginProfile|AccessKey)|AddUserToGroup|Delete|Disable|Stop|Terminate|Deregister|Leave|Schedule|ModifySnapshotAttribute|ModifyImageAttribute|PutBucketPolicy|AuthorizeSecurityGroup|ConsoleLogin|GetSecretValue|GetPasswordData)/;

/** Each Region has a quota of its own, and each answer takes memory. */
const REGIONS_AT_ONCE = 6;
/** A sweep has a minute for everything. Ten pages take six seconds. */
const REGION_TAKES_MS = 8_000;
const ALL_TAKE_MS = 20_000;

/** What one Region's event history knows. */
interface RegionRead {
  readonly region: string;
  readonly page: Part<{ readonly records: readonly JsonObject[]; readonly isCut: boolean }>;
}

/**
 * What happened while a trail recorded nothing, from event history, which records without any trail. A Region that does not answer is
 * named; the first must.
 * @returns null when the first Region's event history does not answer
 */
export async function readGap(
  dark: Dark,
  { regions, unlisted }: GapRegions,
  { ports, settings, techniques, readRecord }: Guard,
): Promise<Gap | null> {
  const reads = await readRegions(dark, regions, ports);
  if (reads[0]?.page.read !== true) return null;
  // The same event may be shown more than once.
  const calls = new Map<string, ApiCall>();
  const unread: Gap['unread'][number][] = [];
  for (const { region, page } of reads) {
    if (!page.read) unread.push({ region, reason: page.reason });
    else
      for (const call of page.value.records.flatMap((record) => readRecord(record) ?? []))
        calls.set(call.eventId, call);
  }
  const others = [...calls.values()].filter(({ actor }) => actor.roleArn !== settings.roleArn);
  return {
    ...summarize(others, (call) => techniques.some((technique) => isCallOf(technique, call))),
    isCut: reads.some(({ page }) => page.read && page.value.isCut),
    regions: reads.flatMap(({ region, page }) => (page.read ? [region] : [])),
    unread,
    unlisted,
  };
}

async function readRegions(dark: Dark, regions: readonly string[], ports: Guard['ports']) {
  const { clock, history } = ports;
  const begun = clock.now();
  const query = {
    since: Date.parse(dark.from),
    until: dark.until === null ? begun : Date.parse(dark.until),
    attribute: { key: 'ReadOnly', value: 'false' },
    atMost: EVENTS_READ,
  } as const;
  const readRegion = async (region: string): Promise<RegionRead> => {
    if (clock.now() - begun > ALL_TAKE_MS) return { region, page: LATE };
    const read = () => readPart(() => history.lookUp({ ...query, region }));
    return { region, page: await inTime<RegionRead['page']>(clock, REGION_TAKES_MS, read, LATE) };
  };
  const reads: RegionRead[] = [];
  for (let first = 0; first < regions.length; first += REGIONS_AT_ONCE)
    reads.push(...(await Promise.all(regions.slice(first, first + REGIONS_AT_ONCE).map(readRegion))));
  return reads;
}

const LATE = { read: false, reason: 'it did not answer in time' } as const;

function summarize(
  calls: readonly ApiCall[],
  isCatalogued: (call: ApiCall) => boolean,
): Omit<Gap, 'isCut' | 'regions' | 'unread' | 'unlisted'> {
  const byPrincipal = Map.groupBy(calls, ({ actor }) => principalOf(actor));
  const notable = calls.filter((call) => isCatalogued(call) || NOTABLE.test(call.eventName));
  return {
    calls: calls.length,
    principalCount: byPrincipal.size,
    principals: [...byPrincipal]
      .map(([principal, own]) => ({ principal, calls: own.length }))
      .sort((one, other) => other.calls - one.calls)
      .slice(0, SHOWN_PRINCIPALS),
    notableCount: notable.length,
    notable: notable
      .toSorted((one, other) => one.at - other.at)
      .slice(0, SHOWN_CALLS)
      .map(({ eventName, eventSource, region, actor, at, error }) => ({
        eventName,
        region,
        eventSource,
        principal: principalOf(actor),
        at: new Date(at).toISOString(),
        error: error?.code ?? null,
      })),
  };
}
