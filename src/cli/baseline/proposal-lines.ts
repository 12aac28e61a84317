import { type BaselineChange, diffBaselines } from '../../domain/baseline/baseline-diff.ts';
import { labelled, valueText } from '../layout.ts';
import { describeLive, type Live } from '../live/connect.ts';
import { printable } from '../printable.ts';
import { pc } from '../terminal.ts';
import { approvalText } from '../trails/trail-lines.ts';
import type { Proposal } from './store-proposal.ts';

/** What people read before a baseline is stored. */
export function proposalLines(
  { known, after, weaknesses, unread, warnings }: Proposal,
  live: Live,
): readonly string[] {
  const { ruling, notes } = known;
  const { name, homeRegion } = after.trail;
  const from = ruling ? `version ${ruling.version}, ${approvalText(ruling.approval)}` : 'none approved';
  return [
    ...describeLive(live).map((line) => pc.dim(printable(line))),
    '',
    `${pc.bold(printable(name))}  ${homeRegion}`,
    ...labelled('baseline', from),
    ...labelled('becomes', `version ${after.version}, ${approvalText(after.approval)}`),
    ...(after.approval.reason ? labelled('reason', printable(after.approval.reason)) : []),
    ...labelled('guards', Object.keys(after.parts).join(', ')),
    ...(ruling ? changesLines(diffBaselines(ruling, after)) : []),
    ...weaknesses.flatMap(({ path, what, why }) => painted('weak', `${path}: ${what}; ${why}`)),
    ...unread.flatMap(({ part, reason }) => painted('unread', `${part} will not be guarded: ${reason}`)),
    ...[...notes, ...warnings].flatMap((text) => text.split('\n').flatMap((line) => lineOfWarning(line))),
    '',
  ];
}

/** Field by field. @param changes of lists, what the other one has not */
export function changesLines(changes: readonly BaselineChange[]): readonly string[] {
  if (changes.length === 0) return labelled('changes', 'nothing but the version');
  return changes.flatMap(({ path, before, after }) => [
    ...labelled('changes', pc.bold(printable(path))),
    ...labelled('', `from ${valueText(before)}`),
    ...labelled('', `to   ${valueText(after)}`),
  ]);
}

function painted(label: string, text: string): readonly string[] {
  const [first = '', ...rest] = labelled(label, printable(text));
  return [first.replace(label, pc.yellow(label)), ...rest];
}

/** A command stays on one line, so that it can be copied. */
const lineOfWarning = (line: string): readonly string[] =>
  line.startsWith(' ') ? [printable(line)] : painted('note', line);
