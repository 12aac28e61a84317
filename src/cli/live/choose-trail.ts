import { makeTrailReader } from '../../aws/trail-reader.ts';
import { parseArn } from '../../domain/arn.ts';
import { learnBaselines } from '../../domain/baseline/learn-baselines.ts';
import { isKeptHere, trailOf } from '../../domain/standing.ts';
import type { Trail } from '../../domain/trail.ts';
import { UsageError } from '../exit-codes.ts';
import { makeLiveGuard } from '../live-guard.ts';
import type { Live } from './connect.ts';
import { settingsOf } from './live-settings.ts';

/**
 * The trail that a person means: one that AWS shows, or one that a baseline names and nobody shows any more.
 * @param nameOrArn undefined: the only trail that is kept in this account, when there is one
 * @throws UsageError that says which trails there are
 */
export async function chooseTrail(nameOrArn: string | undefined, live: Live): Promise<Trail> {
  const settings = settingsOf(live);
  const reader = makeTrailReader(live.callAws, settings);
  const seen = await reader.listTrails();
  const own = seen.filter((trail) => isKeptHere(trail, settings));
  if (nameOrArn === undefined) {
    const [only, ...more] = own;
    if (only && more.length === 0) return only;
    throw new UsageError(`Say which trail is meant with --trail. ${tellTrails(own, live)}`);
  }
  const asked = nameOrArn.startsWith('arn:') ? readTrailArn(nameOrArn) : null;
  const fits = ({ arn, name }: Trail) => (asked ? arn === nameOrArn : name === nameOrArn);
  const found = oneOf(seen.filter(fits), nameOrArn);
  if (found) return found;
  const elsewhere = asked && (await reader.findTrail(nameOrArn, asked.region));
  if (elsewhere) return elsewhere;
  const gone = oneOf((await formerTrails(live)).filter(fits), nameOrArn);
  if (gone) return gone;
  throw new UsageError(`There is no trail ${JSON.stringify(nameOrArn)}. ${tellTrails(own, live)}`);
}

function readTrailArn(text: string) {
  const arn = parseArn(text);
  if (arn?.service === 'cloudtrail' && /^trail\/[\w.-]+$/.test(arn.resource)) return arn;
  throw new UsageError(
    `${JSON.stringify(text)} is no ARN of a trail: those look like arn:aws:cloudtrail:eu-central-1:111122223333:trail/main`,
  );
}

function oneOf(trails: readonly Trail[], name: string): Trail | undefined {
  const [first, ...more] = trails;
  if (more.length === 0) return first;
  const arns = trails.map(({ arn }) => arn).join(', ');
  throw new UsageError(
    `There are ${trails.length} trails ${JSON.stringify(name)}; say which by its ARN: ${arns}`,
  );
}

async function formerTrails(live: Live): Promise<readonly Trail[]> {
  const { guard } = await makeLiveGuard(live, { purpose: 'look', keepsModes: true });
  const judged = await learnBaselines(guard);
  return judged.flatMap(({ judgement }) => (judgement.ruling ? [trailOf(judgement.ruling)] : []));
}

function tellTrails(trails: readonly Trail[], { identity, region }: Live): string {
  const where = `account ${identity.accountId}, ${region}`;
  if (trails.length === 0) return `In ${where} there is none.`;
  return `In ${where} there are: ${trails.map(({ name }) => name).join(', ')}.`;
}
