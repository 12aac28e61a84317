import { isApprovedPrincipal } from './approved-principal.ts';
import type { Approval, Baseline } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import type { StoredBaseline } from './baseline-store.ts';

/** Who may write baselines. */
export interface Writers {
  /** @see isApprovedPrincipal */
  readonly approvedPrincipals: readonly string[];
  /** The guard's own role, which may write no approval of a person's. */
  readonly guardRoleArn: string;
}

/** A stored version that may rule. */
export interface SoundVersion {
  readonly version: StoredBaseline;
  readonly baseline: Baseline;
}

/** One that may not, and why. */
export interface FlawedVersion {
  readonly kind: 'tampered' | 'below-floor' | 'unreadable' | 'undetermined';
  /** What it says, where that is readable. */
  readonly content: Baseline | null;
  readonly by: string | null;
  readonly why: string;
}

/** One stored version by itself: readable, not below the floor, and written by somebody who may. */
export function judgeVersion(version: StoredBaseline, writers: Writers): SoundVersion | FlawedVersion {
  const { content, writer } = version;
  const by = writer.read ? writer.value : null;
  if (!('baseline' in content))
    return { kind: 'unreadable', content: null, by, why: content.mistakes.join('; ') };
  const { baseline } = content;
  const tooLittle = floorMistakes(baseline);
  const flawed = { content: baseline, by };
  if (tooLittle.length > 0) return { ...flawed, kind: 'below-floor', why: tooLittle.join('; ') };
  if (!writer.read)
    return { ...flawed, kind: 'undetermined', why: `who wrote it is not known: ${writer.reason}` };
  if (!mayWrite(writer.value, writers))
    return { ...flawed, kind: 'tampered', why: 'who wrote it is no approved principal' };
  if (!isApprovedPrincipal(writer.value, writers.approvedPrincipals) && !isGuardsOwn(baseline))
    return {
      ...flawed,
      kind: 'tampered',
      why: `the guard’s own role wrote version ${baseline.version} as "${baseline.approval.how}", which it may not`,
    };
  return { version, baseline };
}

/** Whether somebody may write anything of a baseline at all. */
export const mayWrite = (writer: string, { approvedPrincipals, guardRoleArn }: Writers): boolean =>
  isApprovedPrincipal(writer, [...approvedPrincipals, guardRoleArn]);

const BY_GUARD: ReadonlySet<Approval['how']> = new Set(['deployment', 'principal']);

/** The guard adopts a trail once, when it comes; later it only records what an approved principal did. */
const isGuardsOwn = ({ approval: { how }, version }: Baseline): boolean =>
  BY_GUARD.has(how) && (how !== 'deployment' || version === 1);
