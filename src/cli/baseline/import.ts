import { parseArn } from '../../domain/arn.ts';
import type { Baseline, BaselineTrail } from '../../domain/baseline/baseline.ts';
import { importBaseline } from '../../domain/baseline/baseline-import.ts';
import { parseJson } from '../../domain/baseline/baseline-manifest.ts';
import { findWeaknesses } from '../../domain/baseline/baseline-weaknesses.ts';
import { compare } from '../../domain/compare/compare.ts';
import { asJsonObject } from '../../domain/json.ts';
import { standingBySettings } from '../../domain/standing.ts';
import { takeSnapshot } from '../../domain/take-snapshot.ts';
import type { Trail } from '../../domain/trail.ts';
import { UsageError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import type { Live } from '../live/connect.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { readInput } from '../read-input.ts';
import { approvalBy } from './approval-by.ts';
import { type KnownBaseline, readKnownBaseline } from './known-baseline.ts';
import { type BaselineFlags, type Proposal, storeProposal } from './store-proposal.ts';

/** Takes a baseline that was written by hand or exported. */
export const importVerb = (flags: BaselineFlags, file: string): Promise<void> =>
  runLive(flags, async (live) =>
    storeProposal(live, await proposeImport(live, readInput(file), flags), flags),
  );

/** @throws UsageError that names every mistake in the file */
export async function proposeImport(
  live: Live,
  text: string,
  { trail: nameOrArn, reason }: Pick<BaselineFlags, 'trail' | 'reason'>,
): Promise<Proposal> {
  const trail = await chooseImported(live, text, nameOrArn);
  const known = await readKnownBaseline(live, trail);
  const into = {
    trail: identityOf(trail),
    version: known.nextVersion,
    approval: approvalBy(live, 'import', reason),
  };
  const reading = importBaseline(text, into);
  if ('mistakes' in reading)
    throw new UsageError(
      ['The baseline cannot be taken:', ...reading.mistakes.map((mistake) => `  ${printable(mistake)}`)].join(
        '\n',
      ),
    );
  const after = reading.baseline;
  return {
    known,
    after,
    weaknesses: findWeaknesses(after.parts, after.trail.accountId),
    unread: [],
    warnings: await consequencesOf(after, known, live),
    question: `Approve this as what ${trail.name} must be?`,
  };
}

/** The trail that is named, or the file's own. It need not exist: a baseline may come before its trail. */
async function chooseImported(live: Live, text: string, nameOrArn: string | undefined): Promise<Trail> {
  const { trail, parts } = asJsonObject(parseJson(text));
  const { arn } = asJsonObject(trail);
  const named = nameOrArn ?? (typeof arn === 'string' ? arn : undefined);
  try {
    return await chooseTrail(named, live);
  } catch (error) {
    const known = named === undefined ? undefined : trailToCome(named, live);
    if (!known || !(error instanceof UsageError) || parts === undefined) throw error;
    return known;
  }
}

function trailToCome(arn: string, { identity, stack }: Live): Trail | undefined {
  const parsed = parseArn(arn);
  const [kind, name] = parsed?.resource.split('/') ?? [];
  if (parsed?.service !== 'cloudtrail' || kind !== 'trail' || !name) return;
  if (parsed.accountId !== identity.accountId && !stack?.trails.includes(arn)) return;
  const { accountId, partition, region } = parsed;
  return {
    name,
    arn,
    accountId,
    partition,
    homeRegion: region,
    isMultiRegion: false,
    isOrganization: false,
    settings: null,
  };
}

const identityOf = ({ name, arn, accountId, homeRegion }: Trail): BaselineTrail => ({
  name,
  arn,
  accountId,
  homeRegion,
});

/** What the guard will do about it at its next look. */
async function consequencesOf(
  after: Baseline,
  { guard }: KnownBaseline,
  { stack }: Live,
): Promise<readonly string[]> {
  const { findTrail } = guard.ports.trails;
  const found = await findTrail(after.trail.arn, after.trail.homeRegion);
  if (!found) return [`There is no such trail now: a guard that may will create it as this says.`];
  const standing = standingBySettings(found, guard.settings, after);
  if (!standing.guarded) return [`The guard will not keep it: ${standing.because}.`];
  const snapshot = await takeSnapshot(found, standing, 'all', guard);
  const { drifts, unread } = compare(snapshot, after);
  const weaker = drifts.filter((drift) => drift.class === 'weaker').map(({ path }) => path);
  const doing = stack?.mode === 'notify' ? 'tell it' : 'put that back, as far as it may';
  return [
    ...(weaker.length > 0
      ? [`Today’s state is weaker in: ${weaker.join(', ')}. The guard will ${doing}.`]
      : []),
    ...(unread.length > 0
      ? [`Not compared, because it could not be read: ${unread.map(({ part }) => part).join(', ')}.`]
      : []),
  ];
}
