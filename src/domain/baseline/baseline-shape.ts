import { isJsonObject } from '../json.ts';

/** Says what is wrong with a value; nothing is said when it is as it must be. Takes anything, throws at nothing. */
export type Shape = (value: unknown, where: string, check: Check) => void;

/** What one document's check has found, and how much of it may still be looked at. */
export interface Check {
  readonly mistakes: string[];
  /** A field that is left out is no mistake. */
  readonly isPartial: boolean;
  valuesLeft: number;
}

/** Enough for the largest baseline by far (20 KB of bucket policy, 32 KB of key policy), too little to keep a function busy. */
const MOST_VALUES = 50_000;
const MOST_MISTAKES = 50;
const SHOWN = 60;

/**
 * @param isPartial whether fields may be left out, as in what people write by hand
 * @returns all mistakes, up to fifty of them; none when the value is as it must be
 */
export function checkShape(shape: Shape, value: unknown, isPartial = false): readonly string[] {
  const check: Check = { mistakes: [], isPartial, valuesLeft: MOST_VALUES };
  shape(value, '', check);
  if (check.valuesLeft < 0) check.mistakes.push(`the document has more than ${MOST_VALUES} values`);
  return check.mistakes;
}

/** A value that a test alone tells. @param must what the value must be, in words that end the sentence */
export const expects =
  (must: string, holds: (value: unknown) => boolean): Shape =>
  (value, where, check) => {
    if (isSpent(check) || holds(value)) return;
    tell(check, where, `must be ${must}; it is ${show(value)}`);
  };

/** Notes a mistake, unless there are enough of them. */
export function tell(check: Check, where: string, what: string): void {
  if (check.mistakes.length < MOST_MISTAKES) check.mistakes.push(`${where || 'the document'}: ${what}`);
}

/** Nothing more needs to be looked at: each look costs one value. */
export function isSpent(check: Check): boolean {
  check.valuesLeft -= 1;
  return check.valuesLeft < 0 || check.mistakes.length >= MOST_MISTAKES;
}

/** Names may be anybody's choice: what is not a plain one is shown as JSON writes it. */
export function at(where: string, name: string): string {
  const shown = /^[\w.-]{1,60}$/.test(name) ? name : JSON.stringify(name.slice(0, SHOWN));
  return where ? `${where}.${shown}` : shown;
}

export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, SHOWN));
  return value === undefined ? 'missing' : String(value).slice(0, SHOWN);
}
