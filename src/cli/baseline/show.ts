import type { Baseline } from '../../domain/baseline/baseline.ts';
import { canonicalJson } from '../../domain/baseline/baseline-json.ts';
import type { BaselineJudgement } from '../../domain/baseline/baseline-judge.ts';
import { COMPARATORS } from '../../domain/compare/comparators.ts';
import type { PartName } from '../../domain/parts.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { labelled } from '../layout.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { pc, say, sayJson } from '../terminal.ts';
import { approvalText } from '../trails/trail-lines.ts';
import { type KnownBaseline, readKnownBaseline } from './known-baseline.ts';

/** What `baseline show` prints as JSON. */
export interface ShownBaseline {
  readonly schema: 'trailkeeper.baseline-show/1';
  /** What the guard makes of what is stored. */
  readonly judgement: Omit<BaselineJudgement, 'ruling'>;
  /** The version that rules. */
  readonly baseline: Baseline;
  readonly notes: readonly string[];
}

/** Shows what a trail must be. */
export const show = (flags: LiveFlags & { readonly trail?: string }): Promise<void> =>
  runLive(flags, async (live) => {
    const known = await readKnownBaseline(live, await chooseTrail(flags.trail, live));
    const { ruling, judgement, notes, trail } = known;
    // Without a guard AWS was not asked who wrote it.
    const { ruling: _, ...judged } = live.stack ? judgement : { ...judgement, by: null };
    if (!ruling) throw new NotDoneError(whyNone(trail.name, known));
    if (flags.output === 'json') {
      sayJson({ schema: 'trailkeeper.baseline-show/1', judgement: judged, baseline: ruling, notes });
    } else for (const line of showLines(ruling, judged, notes)) say(line);
    return INCIDENTS.has(judgement.kind) ? EXIT.drift : EXIT.good;
  });

const INCIDENTS: ReadonlySet<BaselineJudgement['kind']> = new Set([
  'tampered',
  'below-floor',
  'unreadable',
  'missing',
]);

function whyNone(name: string, { judgement: { kind, why } }: Pick<KnownBaseline, 'judgement'>): string {
  if (kind === 'none') return `${name} has no baseline yet: trailkeeper baseline adopt --trail ${name}`;
  return printable(`What is stored for ${name} does not count (${kind}): ${why ?? 'no reason is known'}.`);
}

/** As the domain orders them: the trail first. */
const PART_NAMES = Object.keys(COMPARATORS) as readonly PartName[];

/** What people read of a baseline. */
export function showLines(
  { trail, version, approval, state, mode, bucketOwner, organizationId, parts }: Baseline,
  { kind, by, why, from }: ShownBaseline['judgement'],
  notes: readonly string[],
): readonly string[] {
  const isIncident = INCIDENTS.has(kind);
  return [
    `${pc.bold(printable(trail.name))}  ${trail.homeRegion}  baseline version ${version}`,
    ...labelled('trail', printable(trail.arn)),
    ...labelled('approved', approvalText(approval)),
    ...(approval.reason ? labelled('reason', printable(approval.reason)) : []),
    ...(by ? labelled('written', `by ${printable(by)}`) : []),
    ...(isIncident
      ? labelled(pc.red('NOT GOOD'), printable(`${kind}: ${why ?? ''}; this version is from the ${from}`))
      : []),
    ...labelled('state', `${state}${mode ? `, mode ${mode}` : ''}`),
    ...(bucketOwner ? labelled('bucket of', bucketOwner) : []),
    ...(organizationId ? labelled('of', organizationId) : []),
    ...notes.flatMap((text) => labelled('note', printable(text))),
    ...PART_NAMES.filter((name) => name in parts).flatMap((name) => [
      '',
      pc.bold(name),
      ...valueLines(parts[name]),
    ]),
  ];
}

const valueLines = (value: unknown): readonly string[] =>
  canonicalJson(value, 2)
    .split('\n')
    .map((line) => `  ${printable(line)}`);
