import { parseArn } from '../arn.ts';
import { globalRegion } from '../explain-drift.ts';
import type { Guard } from '../guard.ts';
import { readPart } from '../snapshot.ts';
import type { Episode } from './episode.ts';
import type { Dark } from './report.ts';

/** When, and where, an incident left calls unrecorded. */
export interface Unrecorded {
  /** The oldest first. */
  readonly intervals: readonly Dark[];
  /** A trail that was only limited to its home Region recorded that one. */
  readonly where: 'everywhere' | 'outside-home' | 'global';
}

/** What an incident shows of it: a trail that is on and takes no writes is as dark as one that is off. */
export function unrecordedOf({ dark = [], weakened = [], reports = [] }: Partial<Episode>): Unrecorded {
  const has = (path: RegExp) =>
    reports.some(({ drifts }) => drifts.some((drift) => drift.class === 'weaker' && path.test(drift.path)));
  const isBlinded = has(/^eventSelectors\.management(\.write)?$/);
  const inOrder = (intervals: readonly Dark[]) =>
    intervals.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  if (dark.length > 0 || isBlinded)
    return { intervals: inOrder([...dark, ...(isBlinded ? weakened : [])]), where: 'everywhere' };
  if (has(/^trail\.IsMultiRegionTrail$/)) return { intervals: inOrder(weakened), where: 'outside-home' };
  if (has(/^trail\.IncludeGlobalServiceEvents$/)) return { intervals: inOrder(weakened), where: 'global' };
  return { intervals: [], where: 'everywhere' };
}

/** Where a gap is to be read. */
export interface GapRegions {
  /** The most telling first. */
  readonly regions: readonly string[];
  /** Why there may be more that are not known; null when these are all. */
  readonly unlisted: string | null;
  /** The trail is one of the organization: what the other accounts did is in event histories of their own. */
  readonly isOrganization: boolean;
}

/**
 * The Regions whose event history knows what a trail did not record. A trail of all Regions leaves a gap in every Region that the account
 * can use. A trail of one Region leaves it there, and where IAM and its like are recorded, wherever the trail lives.
 */
export async function gapRegionsOf(
  { trail: { arn, homeRegion } }: Pick<Episode, 'trail'>,
  where: Unrecorded['where'],
  { ports, settings }: Pick<Guard, 'ports' | 'settings'>,
): Promise<GapRegions> {
  const global = globalRegion(settings.partition);
  const known = [...new Set([homeRegion, global])];
  // A trail that is gone may have been one of all Regions.
  const trail = await readPart(() => ports.trails.findTrail(arn, homeRegion));
  const isForeign = parseArn(arn)?.accountId !== settings.accountId;
  const isOrganization = isForeign || (trail.read && trail.value?.isOrganization === true);
  const isOfHome = where === 'everywhere' && trail.read && trail.value?.isMultiRegion === false;
  if (where === 'global' || isOfHome)
    return { regions: where === 'global' ? [global] : known, unlisted: null, isOrganization };
  const listed = await readPart(() => ports.history.listRegions());
  const all = [...new Set([...known, ...(listed.read ? listed.value : [])])];
  const regions = where === 'outside-home' ? all.filter((region) => region !== homeRegion) : all;
  return { regions, unlisted: listed.read ? null : listed.reason, isOrganization };
}
