import { makeBaselineStore } from '../../aws/baseline-store.ts';
import type { Approval, Baseline } from '../../domain/baseline/baseline.ts';
import { type BaselineChange, diffBaselines } from '../../domain/baseline/baseline-diff.ts';
import type { CreateResult, WriteResult } from '../../domain/baseline/baseline-store.ts';
import type { Weakness } from '../../domain/baseline/baseline-weaknesses.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { type Live, liveJson } from '../live/connect.ts';
import { askConsent } from '../live/consent.ts';
import type { ChangeFlags, LiveFlags } from '../live/live-flags.ts';
import { requireApproved, whyUnapproved } from '../live/require-approved.ts';
import { note, say, sayJson } from '../terminal.ts';
import type { KnownBaseline } from './known-baseline.ts';
import { proposalLines } from './proposal-lines.ts';

/** A new version of a baseline, before it is stored, and what people should see before they say yes. */
export interface Proposal {
  readonly known: KnownBaseline;
  readonly after: Baseline;
  /** What looks weak in it. */
  readonly weaknesses: readonly Weakness[];
  /** Parts that are not in it because they could not be read. */
  readonly unread: readonly { readonly part: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  /** What is asked. */
  readonly question: string;
}

export interface BaselineFlags extends LiveFlags, ChangeFlags {
  readonly trail?: string;
  readonly reason?: string;
  readonly evenThoughUnapproved: boolean;
}

/** What the verbs that change a baseline print as JSON. */
interface BaselineChangeDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.baseline-change/1';
  readonly result: 'stored' | 'dry-run';
  readonly trail: Baseline['trail'];
  readonly version: number;
  readonly approval: Approval;
  readonly changes: readonly BaselineChange[];
  readonly weaknesses: Proposal['weaknesses'];
  readonly unread: Proposal['unread'];
  readonly warnings: readonly string[];
}

/** Shows a proposal, asks, and stores it. @returns the exit code */
export async function storeProposal(live: Live, proposal: Proposal, flags: BaselineFlags): Promise<number> {
  const isJson = flags.output === 'json';
  const unapproved = flags.dryRun || flags.evenThoughUnapproved ? await whyUnapproved(live) : null;
  const shown = { ...proposal, warnings: [...proposal.warnings, ...(unapproved ? [unapproved] : [])] };
  const tell = flags.dryRun && !isJson ? say : note;
  for (const line of proposalLines(shown, live)) tell(line);
  if (flags.dryRun) return end('dry-run', shown, live, isJson);
  await requireApproved(live, flags);
  if (!(await askConsent(proposal.question, flags))) {
    note('Nothing was changed.');
    return EXIT.failed;
  }
  await write(proposal, live);
  return end('stored', shown, live, isJson);
}

/** @throws NotDoneError when somebody else wrote meanwhile, or Parameter Store refuses */
async function write({ after, known }: Proposal, { connection }: Live): Promise<void> {
  const store = makeBaselineStore(connection);
  const { stored } = known;
  const result: WriteResult | CreateResult = stored
    ? await store.write(after, stored.parameterVersion)
    : await store.create(after);
  if (result.result === 'exists' || result.result === 'conflict')
    throw new NotDoneError(
      'Somebody else changed this baseline meanwhile. Look at it with trailkeeper baseline show, and try again.',
    );
  if (result.result === 'refused') throw new NotDoneError(`The baseline was not stored: ${result.why}`);
}

function end(
  result: BaselineChangeDocument['result'],
  proposal: Proposal,
  live: Live,
  isJson: boolean,
): number {
  const { after, known, weaknesses, unread, warnings } = proposal;
  const { trail, version, approval } = after;
  const document: BaselineChangeDocument = {
    schema: 'trailkeeper.baseline-change/1',
    ...liveJson(live),
    result,
    trail,
    version,
    approval,
    changes: known.ruling ? diffBaselines(known.ruling, after) : [],
    weaknesses,
    unread,
    warnings,
  };
  if (isJson) sayJson(document);
  else if (result === 'dry-run') say('Nothing was changed.');
  else
    say(
      `Stored: baseline ${version} of ${trail.name}. The guard takes it up at its next look, and tells of it.`,
    );
  return EXIT.good;
}
