import { principalOf } from '../actor.ts';
import { isCallOf } from '../detect.ts';
import type { Guard } from '../guard.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import type { Dark, Gap } from './report.ts';

/** LookupEvents takes two requests a second, and gives fifty events at a time. */
const EVENTS_READ = 500;
const SHOWN_PRINCIPALS = 10;
const SHOWN_CALLS = 20;

/** Calls that give access, take it away or destroy, whatever the service. */
const NOTABLE =
  /^(Create(AccessKey|LoginProfile|User|Role|PolicyVersion|KeyPair)|Attach|Put(User|Role|Group)Policy|Update(AssumeRolePolicy|LoginProfile|AccessKey)|AddUserToGroup|Delete|Disable|Stop|Terminate|Deregister|Leave|Schedule|ModifySnapshotAttribute|ModifyImageAttribute|PutBucketPolicy|AuthorizeSecurityGroup|ConsoleLogin|GetSecretValue|GetPasswordData)/;

/**
 * What happened while a trail recorded nothing, from event history, which records without any trail.
 * @returns null when event history does not answer
 */
export async function readGap(
  { from, until }: Dark,
  regions: readonly string[],
  { ports, settings, techniques, readRecord }: Guard,
): Promise<Gap | null> {
  const since = Date.parse(from);
  const end = until === null ? ports.clock.now() : Date.parse(until);
  // The same event may be shown more than once.
  const calls = new Map<string, ApiCall>();
  let isCut = false;
  for (const region of regions) {
    const query = {
      region,
      since,
      until: end,
      attribute: { key: 'ReadOnly', value: 'false' },
      atMost: EVENTS_READ,
    } as const;
    const page = await readPart(() => ports.history.lookUp(query));
    if (!page.read) return null;
    isCut ||= page.value.isCut;
    const read = page.value.records.flatMap((record) => readRecord(record) ?? []);
    for (const call of read) calls.set(call.eventId, call);
  }
  const others = [...calls.values()].filter(({ actor }) => actor.roleArn !== settings.roleArn);
  const isCatalogued = (call: ApiCall) => techniques.some((technique) => isCallOf(technique, call));
  return summarize(others, isCatalogued, regions, isCut);
}

function summarize(
  calls: readonly ApiCall[],
  isCatalogued: (call: ApiCall) => boolean,
  regions: readonly string[],
  isCut: boolean,
): Gap {
  const byPrincipal = Map.groupBy(calls, ({ actor }) => principalOf(actor));
  const notable = calls.filter((call) => isCatalogued(call) || NOTABLE.test(call.eventName));
  return {
    calls: calls.length,
    isCut,
    principalCount: byPrincipal.size,
    principals: [...byPrincipal]
      .map(([principal, own]) => ({ principal, calls: own.length }))
      .sort((one, other) => other.calls - one.calls)
      .slice(0, SHOWN_PRINCIPALS),
    notableCount: notable.length,
    notable: notable
      .toSorted((one, other) => one.at - other.at)
      .slice(0, SHOWN_CALLS)
      .map(({ eventName, eventSource, actor, at, error }) => ({
        eventName,
        eventSource,
        principal: principalOf(actor),
        at: new Date(at).toISOString(),
        error: error?.code ?? null,
      })),
    regions,
  };
}
