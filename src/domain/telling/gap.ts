import { principalOf } from '../actor.ts';
import { isCallOf } from '../detect.ts';
import type { Guard } from '../guard.ts';
import { inTime } from '../in-time.ts';
import type { JsonObject } from '../json.ts';
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

/** What is kept of a call: records are long, and there may be thousands. */
interface Call extends Omit<Gap['notable'][number], 'at'> {
  readonly eventId: string;
  readonly at: number;
  readonly isNotable: boolean;
}

/** What one Region's event history knows. */
interface RegionRead {
  readonly region: string;
  readonly page: Part<{ readonly calls: readonly Call[]; readonly isCut: boolean }>;
}

/**
 * What happened while a trail recorded nothing, from event history, which records without any trail. A Region that does not answer is
 * named.
 */
export async function readGap(
  dark: Dark,
  { regions, unlisted, isOrganization }: GapRegions,
  guard: Guard,
): Promise<Gap> {
  const reads = await readRegions(dark, regions, guard);
  // The same event may be shown more than once.
  const calls = new Map<string, Call>();
  for (const { page } of reads)
    if (page.read) for (const call of page.value.calls) calls.set(call.eventId, call);
  return {
    ...summarize([...calls.values()]),
    isCut: reads.some(({ page }) => page.read && page.value.isCut),
    regions: reads.flatMap(({ region, page }) => (page.read ? [region] : [])),
    unread: reads.flatMap(({ region, page }) => (page.read ? [] : [{ region, reason: page.reason }])),
    unlisted,
    isOrganization,
  };
}

async function readRegions(dark: Dark, regions: readonly string[], guard: Guard) {
  const { clock, history } = guard.ports;
  const begun = clock.now();
  const query = {
    since: Date.parse(dark.from),
    until: dark.until === null ? begun : Date.parse(dark.until),
    attribute: { key: 'ReadOnly', value: 'false' },
    atMost: EVENTS_READ,
  } as const;
  const readRegion = async (region: string): Promise<RegionRead> => {
    if (clock.now() - begun > ALL_TAKE_MS) return { region, page: LATE };
    const read = () =>
      readPart(async () => {
        const { records, isCut } = await history.lookUp({ ...query, region });
        return { calls: records.flatMap((record) => keepCall(record, guard)), isCut };
      });
    return { region, page: await inTime<RegionRead['page']>(clock, REGION_TAKES_MS, read, LATE) };
  };
  const reads: RegionRead[] = [];
  for (let first = 0; first < regions.length; first += REGIONS_AT_ONCE)
    reads.push(...(await Promise.all(regions.slice(first, first + REGIONS_AT_ONCE).map(readRegion))));
  return reads;
}

const LATE = { read: false, reason: 'it did not answer in time' } as const;

function keepCall(record: JsonObject, { settings, techniques, readRecord }: Guard): readonly Call[] {
  const call = readRecord(record);
  if (!call || call.actor.roleArn === settings.roleArn) return [];
  const { eventId, eventName, eventSource, region, actor, at, error } = call;
  const isNotable = NOTABLE.test(eventName) || techniques.some((technique) => isCallOf(technique, call));
  const principal = principalOf(actor);
  return [{ eventId, eventName, eventSource, region, principal, at, error: error?.code ?? null, isNotable }];
}

type Summary = Pick<Gap, 'calls' | 'principalCount' | 'principals' | 'notableCount' | 'notable'>;

function summarize(calls: readonly Call[]): Summary {
  const byPrincipal = Map.groupBy(calls, ({ principal }) => principal);
  const notable = calls.filter(({ isNotable }) => isNotable);
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
      .map(({ eventId: _, isNotable: __, at, ...call }) => ({ ...call, at: new Date(at).toISOString() })),
  };
}
