import { isApprovedPrincipal } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import { canonicalJson } from './baseline-json.ts';
import { readBaseline } from './baseline-read.ts';
import type { StoredBaseline } from './baseline-store.ts';
import {
  type FlawedVersion,
  judgeVersion,
  mayWrite,
  type SoundVersion,
  type Writers,
} from './baseline-version.ts';

/** All that is known of one trail's baseline. */
export interface BaselineEvidence extends Writers {
  /** What the store has now; undefined when it says that it has nothing. */
  readonly stored: StoredBaseline | undefined;
  /** Earlier versions; may be left empty while the newest is settled by itself. */
  readonly history: readonly StoredBaseline[];
  /** The copy of the last approved version in the ledger, unchecked; undefined when there is none. */
  readonly remembered: unknown;
  /** In milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What rules, and whether people have to hear of it.
 *
 * `unchanged`: what is stored is what was approved. `first`: an approved baseline of which nothing was remembered.
 * `approved-change`: a new version by somebody who may. `none`: no baseline at all.
 * The others are incidents. `tampered`: written by somebody who may not. `below-floor`, `unreadable`: of no use, whoever
 * wrote it. `missing`: gone, though one was approved. `undetermined` is none: look again.
 */
export interface BaselineJudgement {
  readonly kind:
    | 'unchanged'
    | 'first'
    | 'approved-change'
    | 'none'
    | 'tampered'
    | 'below-floor'
    | 'unreadable'
    | 'missing'
    | 'undetermined';
  /** What the trail must be. Null: only the floor is known, so that the trail is kept logging and no more. */
  readonly ruling: Baseline | null;
  /** Where the ruling was found. `ledger`: no version that AWS vouches for is left. */
  readonly from: 'stored' | 'history' | 'ledger' | null;
  /** The ARN of who wrote what is stored, or changed it; null when nobody did or that is unread. */
  readonly by: string | null;
  /** In plain words; null when there is nothing to say. */
  readonly why: string | null;
}

/**
 * Decides which baseline rules. In this order: the newest version that somebody wrote who may, as AWS tells it; the ledger's
 * copy, which nobody vouches for; the floor alone. The ledger never outranks a version of the store that was written by
 * somebody who may: else whoever writes the table would tell the guard what to restore.
 */
export function judgeBaseline(evidence: BaselineEvidence): BaselineJudgement {
  const reading = readBaseline(evidence.remembered);
  const remembered =
    'baseline' in reading && floorMistakes(reading.baseline).length === 0 ? reading.baseline : null;
  // Sorting is stable: the history knows each writer, so of two readings of one version its own comes first.
  const [newest, ...earlier] = [...evidence.history, ...(evidence.stored ? [evidence.stored] : [])]
    .sort((one, other) => other.parameterVersion - one.parameterVersion)
    .map((version) => judgeVersion(version, evidence));
  if (!newest) return judgeNothingStored(remembered);
  if ('baseline' in newest) return judgeSound(newest, remembered, evidence);
  return judgeFlawed(newest, earlier.find((version) => 'baseline' in version) ?? null, remembered);
}

const judgeNothingStored = (remembered: Baseline | null): BaselineJudgement =>
  remembered
    ? {
        kind: 'missing',
        ruling: remembered,
        from: 'ledger',
        by: null,
        why: `version ${remembered.version} was approved, and no baseline is stored any more`,
      }
    : { kind: 'none', ruling: null, from: null, by: null, why: null };

function judgeSound(
  { baseline, version }: SoundVersion,
  remembered: Baseline | null,
  evidence: BaselineEvidence,
): BaselineJudgement {
  const by = version.writer.read ? version.writer.value : null;
  const from = version === evidence.stored ? 'stored' : 'history';
  const sound = { ruling: baseline, from, by } as const;
  const stray = evidence.stored?.strays.find(
    ({ writer }) => !writer.read || !mayWrite(writer.value, evidence),
  );
  if (stray) {
    const strayWriter = stray.writer.read ? stray.writer.value : null;
    const why = `${stray.file} was overwritten with what the manifest does not name`;
    return { ...sound, kind: 'tampered', by: strayWriter, why };
  }
  if (!remembered) return { ...sound, kind: 'first', why: null };
  if (isSame(baseline, remembered)) return { ...sound, kind: 'unchanged', why: null };
  if (remembered.version <= baseline.version) return { ...sound, kind: 'approved-change', why: null };
  return judgeOlder(sound, remembered, evidence);
}

/**
 * What is stored is older than what the ledger remembers. A read may lag behind a write; somebody approved may have gone
 * back; the guard itself never does, so then the table was written by somebody else.
 */
function judgeOlder(
  sound: Pick<BaselineJudgement, 'from' | 'by'> & { readonly ruling: Baseline },
  remembered: Baseline,
  { now, guardRoleArn }: BaselineEvidence,
): BaselineJudgement {
  const age = now - Date.parse(remembered.approval.at);
  const versions = `version ${sound.ruling.version} is stored, the ledger remembers version ${remembered.version}`;
  if (age >= 0 && age < LAG_MS)
    return { ...sound, kind: 'undetermined', ruling: null, from: null, why: versions };
  if (isApprovedPrincipal(sound.by ?? '', [guardRoleArn]))
    return { ...sound, kind: 'tampered', by: null, why: `${versions}, which was never stored` };
  return { ...sound, kind: 'approved-change', why: `${versions}: an earlier one was stored again` };
}

function judgeFlawed(
  flaw: FlawedVersion,
  lastSound: SoundVersion | null,
  remembered: Baseline | null,
): BaselineJudgement {
  const { kind, by, why, content } = flaw;
  const ruling = lastSound?.baseline ?? remembered;
  const from = lastSound ? 'history' : remembered && 'ledger';
  const isVouchedFor = lastSound !== null || kind === 'undetermined';
  if (content && ruling && isVouchedFor && isSame(content, ruling))
    return { kind: 'unchanged', ruling, from, by, why: null };
  return { kind, ruling, from, by, why };
}

const isSame = (one: Baseline, other: Baseline): boolean => canonicalJson(one) === canonicalJson(other);

/** How long reads of Parameter Store may lag behind a write of a version that the ledger remembers already. */
const LAG_MS = 5 * 60_000;
