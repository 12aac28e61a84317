import { type Part, readPart } from '../snapshot.ts';
import { type BaselineEvidence, type BaselineJudgement, judgeBaseline } from './baseline-judge.ts';
import type { BaselineKey, BaselineStore, StoredBaseline } from './baseline-store.ts';

const SETTLED: ReadonlySet<BaselineJudgement['kind']> = new Set(['unchanged', 'first', 'approved-change']);

/**
 * Decides which baseline of a trail rules, and reads of the store what that takes: the version of now, which a listing may
 * have shown already, and the history only when that one may not rule.
 * @param listed what a listing showed; undefined asks for it by name, since a listing may not be whole
 */
export async function settleBaseline(
  store: BaselineStore,
  key: BaselineKey,
  known: Omit<BaselineEvidence, 'stored' | 'history'> & { readonly listed?: StoredBaseline | undefined },
): Promise<BaselineJudgement> {
  const { listed, ...rest } = known;
  const current: Part<StoredBaseline | undefined> = listed
    ? { read: true, value: listed }
    : await readPart(() => store.read(key));
  const stored = current.read ? current.value : undefined;
  const judgement = judgeBaseline({ ...rest, stored, history: [] });
  if (!current.read) return judgeUnread(rest, current.reason);
  if (!stored || SETTLED.has(judgement.kind)) return judgement;
  const history = await readPart(() => store.readHistory(key));
  if (history.read) return judgeBaseline({ ...rest, stored, history: history.value });
  return { ...judgement, why: `${judgement.why ?? ''}; its history is unread: ${history.reason}` };
}

/** A store that does not answer, or not in time, says nothing against what is remembered. */
export const judgeUnread = (
  known: Omit<BaselineEvidence, 'stored' | 'history'>,
  reason: string,
): BaselineJudgement => ({
  ...judgeBaseline({ ...known, stored: undefined, history: [] }),
  kind: 'undetermined',
  why: `the stored baseline is unread: ${reason}`,
});
