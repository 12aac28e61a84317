import { readAsBaseline } from '../../domain/baseline/adopt.ts';
import { type BaselineChange, diffBaselines } from '../../domain/baseline/baseline-diff.ts';
import { covers } from '../../domain/detect.ts';
import type { Trail } from '../../domain/trail.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { type Live, liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { say, sayJson } from '../terminal.ts';
import { type DescribedTrail, describeTrail } from '../trails/describe-trail.ts';
import { lookAtTrails } from '../trails/look-at-trails.ts';
import { trailLines } from '../trails/trail-lines.ts';
import { EXIT_OF, sumUp } from '../trails/verdict.ts';
import { readKnownBaseline } from './known-baseline.ts';
import { changesLines } from './proposal-lines.ts';

/** What `baseline diff` prints as JSON. */
export interface BaselineDiffDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.baseline-diff/1';
  /** The trail with what differs by its meaning. */
  readonly trail: DescribedTrail;
  /** What adopting it would change in the baseline beside that: other words for the same, and parts not declared. */
  readonly alsoChanged: readonly BaselineChange[];
}

/** Compares the stored baseline with today's state. */
export const diff = (flags: LiveFlags & { readonly trail?: string }): Promise<void> =>
  runLive(flags, async (live) => {
    const document = await diffTrail(live, await chooseTrail(flags.trail, live));
    if (flags.output === 'json') sayJson(document);
    else for (const line of diffLines(document)) say(line);
    const { trail } = document;
    return trail.guarded ? EXIT_OF[sumUp([trail], false)] : EXIT.good;
  });

export async function diffTrail(live: Live, trail: Trail): Promise<BaselineDiffDocument> {
  const { ruling, guard } = await readKnownBaseline(live, trail);
  if (!ruling)
    throw new NotDoneError(`${trail.name} has no baseline: trailkeeper baseline adopt --trail ${trail.name}`);
  const looked = await lookAtTrails(live, 'look', trail);
  const [pass] = looked.passes;
  if (!pass) throw new NotDoneError(`${trail.name} is not there any more.`);
  const described = describeTrail(pass, looked);
  const now = pass.isGone
    ? ruling
    : (await readAsBaseline(pass.trail ?? trail, ruling.approval, ruling.version, guard)).baseline;
  const today = { ...now, mode: ruling.mode, state: ruling.state, organizationId: ruling.organizationId };
  const changes = diffBaselines(ruling, today);
  return {
    schema: 'trailkeeper.baseline-diff/1',
    ...liveJson(live),
    trail: described,
    alsoChanged: changes.filter((change) => !isTold(change, described)),
  };
}

const isTold = ({ path }: BaselineChange, { drifts }: DescribedTrail) =>
  drifts.some((drift) => {
    const changed = path.replace(/^parts\./, '') as typeof drift.path;
    return covers(drift.path, changed) || covers(changed, drift.path);
  });

export const diffLines = ({ trail, alsoChanged }: BaselineDiffDocument): readonly string[] => [
  ...trailLines(trail),
  ...(alsoChanged.length > 0
    ? ['', 'What adopting it would change beside that:', ...changesLines(alsoChanged)]
    : []),
  '',
  adviceOn(trail),
];

/** That a trail is gone or off is in no baseline: it cannot be approved. */
function adviceOn({ name, drifts }: DescribedTrail): string {
  if (drifts.length === 0) return 'Today’s state is what the baseline says.';
  return drifts.every(({ path }) => path === 'trail' || /^(status|delivery)\b/.test(path))
    ? `Put it back:  trailkeeper restore --trail ${name}\nOr end its guarding:  trailkeeper baseline retire --trail ${name} --reason WHY`
    : `Approve what is meant:  trailkeeper baseline approve --trail ${name} --path PATH`;
}
