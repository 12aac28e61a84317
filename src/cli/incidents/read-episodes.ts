import { checkPartialBaseline } from '../../domain/baseline/baseline-read.ts';
import { asJsonObject } from '../../domain/json.ts';
import type { Parts } from '../../domain/parts.ts';
import { EPISODE_SCHEMA, type Episode } from '../../domain/telling/episode.ts';
import type { Trail } from '../../domain/trail.ts';
import { NotDoneError, UsageError } from '../exit-codes.ts';
import type { Live } from '../live/connect.ts';
import { DEFAULT_STACK } from '../live/live-flags.ts';

/** The incidents in the guard's ledger, the newest first. @throws NotDoneError where no guard is deployed */
export async function readEpisodes(live: Live): Promise<readonly Episode[]> {
  const entries = await ledgerOf(live).list<unknown>('episode');
  return entries
    .map(({ value }) => value)
    .filter(isEpisode)
    .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt));
}

/** @throws UsageError when there is none of that id */
export async function readEpisode(id: string, live: Live): Promise<Episode> {
  const entry = await ledgerOf(live).load<unknown>('episode', id);
  if (isEpisode(entry?.value)) return entry.value;
  throw new UsageError(
    `There is no incident ${JSON.stringify(id)} in the ledger ${live.stack?.ledgerTable}: trailkeeper incidents list shows which there are.`,
  );
}

function ledgerOf({ ledger, region }: Live): NonNullable<Live['ledger']> {
  if (ledger) return ledger;
  throw new NotDoneError(
    `Incidents are in the guard’s ledger, and there is no stack ${DEFAULT_STACK} in ${region}. Name the stack with --stack, or its Region with --region.`,
  );
}

/** Whoever may write the table may have written anything. */
function isEpisode(value: unknown): value is Episode {
  const { schema, id, trail, openedAt, ...rest } = asJsonObject(value);
  const { name, arn, homeRegion } = asJsonObject(trail);
  const lists = [rest.dark, rest.weakened, rest.techniques, rest.principals, rest.reports];
  return (
    schema === EPISODE_SCHEMA &&
    [id, name, arn, homeRegion, openedAt, rest.state].every((text) => typeof text === 'string') &&
    lists.every(Array.isArray)
  );
}

/** What was found weaker in a trail by its last incident, and put back since. Nothing where no guard is deployed. */
export async function readRecordedParts({ ledger }: Live, { arn }: Pick<Trail, 'arn'>): Promise<Parts> {
  const entries = ledger ? await ledger.list<unknown>('episode') : [];
  const ofTrail = entries.flatMap(({ value }) => (isEpisode(value) && value.trail.arn === arn ? value : []));
  const last = ofTrail.toSorted((one, other) => one.openedAt.localeCompare(other.openedAt)).at(-1);
  const parts = last?.found ?? {};
  // Whoever may write the table may have written anything.
  return checkPartialBaseline({ parts }).length === 0 ? parts : {};
}
