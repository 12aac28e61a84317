import type { BaselineChange } from '../domain/baseline/baseline-diff.ts';
import type { UnreadPart } from '../domain/compare/compare.ts';
import type { ReportedDrift } from '../domain/telling/report.ts';
import { defang, quote } from './defang.ts';
import type { Line, Row } from './layout.ts';
import { listed, SHOWN } from './listed.ts';
import { namePath } from './path-name.ts';

/** Whole documents are nobody's to read in a mail. */
const LONGEST_VALUE = 96;
const LONGEST_EVIDENCE = 300;

const LABELS = { left: 'Still wrong', 'put-back': 'Put back', told: 'Left as is' } as const;
const FATES = ['left', 'put-back', 'told'] as const;

/**
 * What changed, field by field, by what became of it, the worst first.
 * @param rest lines that say where the rest is, when there is more than fits
 */
export function rowsOfDrifts(drifts: readonly ReportedDrift[], rest: readonly Line[]): readonly Row[] {
  const sorted = FATES.flatMap((fate) => drifts.filter((drift) => drift.fate === fate));
  const shown = sorted.slice(0, SHOWN);
  const hidden = sorted.length - shown.length;
  return [
    ...FATES.map(
      (fate): Row => [LABELS[fate], ...shown.filter((drift) => drift.fate === fate).map(sayDrift)],
    ),
    ...(hidden > 0 ? [['', `and ${hidden} more:`, ...rest] as const] : []),
  ];
}

function sayDrift({ path, expected, actual, evidence, class: kind, fate }: ReportedDrift): string {
  const isSaid = isPlain(expected) && isPlain(actual) && (!evidence || isPair(expected, actual));
  const must = kind === 'weaker' ? 'must be' : 'approved is';
  const values = isSaid && `found ${sayValue(actual)}, ${must} ${sayValue(expected)}`;
  const words = evidence ? defang(evidence, LONGEST_EVIDENCE) : !values && wordFor(expected, actual);
  const more = kind === 'stronger' && 'more than approved';
  // Words tell what was found, which is no longer so.
  const name = fate === 'put-back' && !values ? `${namePath(path)}, found` : namePath(path);
  return `${name}: ${[values, words, more].filter(Boolean).join('; ')}`;
}

/** Two texts side by side say more than any words about them. */
const isPair = (...values: readonly unknown[]) => values.every((value) => typeof value === 'string');

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

function wordFor(before: unknown, after: unknown): string {
  if (after === null || after === undefined) return 'gone';
  return before === null || before === undefined ? 'new' : 'changed';
}

/** A value as far as it fits on a line; of anything longer, how much it is. */
function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) {
    return value.length <= 2 && value.every(isPlain)
      ? value.map(sayValue).join(', ') || 'nothing'
      : `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  }
  if (typeof value === 'object') return 'a document';
  return typeof value === 'string' ? quote(value, LONGEST_VALUE) : String(value);
}

/** What differs between two versions of a baseline. */
export const linesOfChanges = (changes: readonly BaselineChange[]): readonly Line[] =>
  listed(changes, sayChange);

function sayChange({ path, before, after }: BaselineChange): string {
  const name = namePath(path.replace(/^parts\./, ''));
  if (Array.isArray(before) && Array.isArray(after)) {
    const [removed, added] = [
      before.length > 0 && `without ${sayValue(before)}`,
      after.length > 0 && `with ${sayValue(after)}`,
    ];
    return `${name}: now ${[removed, added].filter(Boolean).join(', ')}`;
  }
  return isPlain(before) && isPlain(after)
    ? `${name}: was ${sayValue(before)}, is ${sayValue(after)}`
    : `${name}: ${wordFor(before, after)}`;
}

/** Parts of which nothing is known now. */
export const rowOfUnread = (unread: readonly UnreadPart[]): Row => [
  'Not read',
  ...listed(unread, ({ part, reason }) => `${namePath(part)}: ${defang(reason, LONGEST_EVIDENCE)}`),
];
