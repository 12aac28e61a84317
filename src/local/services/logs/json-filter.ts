import { unsupported } from '../../endpoint/unsupported.ts';
import { jsonComparison } from './json-comparison.ts';
import { type JsonSelector, jsonSelector, SELECTOR } from './json-selector.ts';
import { invalidPattern } from './pattern-error.ts';

type Test = (event: unknown) => boolean;

const TERM = /"(?:[^"\\]|\\.)*"|[^\s()&|=!<>"]+/y;
const COMPARISON = /!=|>=|<=|=|>|</y;
const STATE = /IS\s+(?:NULL|TRUE|FALSE)|NOT\s+EXISTS/iy;

/**
 * Reads a filter pattern for JSON log events: `{ ($.eventName = "Stop*") && ($.errorCode NOT EXISTS) }`. `&&` binds before
 * `||`. An event that is no JSON passes none.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @throws ServiceError `InvalidParameterException`; by name for regular expressions, which are not served
 */
export function jsonFilter(pattern: string): (message: string) => boolean {
  const reader = new PatternReader(pattern.trim().replace(/^\{/, '').replace(/\}$/, ''));
  const test = readAny(reader);
  if (!reader.isAtEnd || !/^\s*\{.*\}\s*$/s.test(pattern)) throw invalidPattern();
  return (message) => {
    const event = parsed(message);
    return event !== undefined && test(event);
  };
}

function readAny(reader: PatternReader): Test {
  const tests = [readAll(reader)];
  while (reader.take(/\|\|/y)) tests.push(readAll(reader));
  return (event) => tests.some((test) => test(event));
}

function readAll(reader: PatternReader): Test {
  const tests = [readOne(reader)];
  while (reader.take(/&&/y)) tests.push(readOne(reader));
  return (event) => tests.every((test) => test(event));
}

function readOne(reader: PatternReader): Test {
  if (!reader.take(/\(/y)) return readCondition(reader);
  const test = readAny(reader);
  if (!reader.take(/\)/y)) throw invalidPattern();
  return test;
}

function readCondition(reader: PatternReader): Test {
  const selectorText = reader.take(SELECTOR);
  if (!selectorText) throw invalidPattern();
  const select = jsonSelector(selectorText);
  const state = reader.take(STATE);
  if (state) return stateTest(select, state);
  const operator = reader.take(COMPARISON);
  const term = reader.take(TERM);
  if (!operator || !term) throw invalidPattern();
  if (/^%.*%$/.test(term)) throw unsupported('regular expressions in filter patterns');
  const holds = jsonComparison(operator, term);
  return (event) => select(event).some(holds);
}

function stateTest(select: JsonSelector, state: string): Test {
  const word = state.toUpperCase().split(/\s+/).at(-1);
  if (word === 'EXISTS') return (event) => select(event).length === 0;
  const wanted = word === 'NULL' ? null : word === 'TRUE';
  return (event) => select(event).some((value) => value === wanted);
}

/** Reads a pattern from left to right, skipping white space. */
class PatternReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#text.slice(this.#at).trim() === '';
  }

  /** What lies here, if it is of this form; a sticky expression. */
  take(form: RegExp): string | undefined {
    const start = this.#at + (/^\s*/.exec(this.#text.slice(this.#at))?.[0].length ?? 0);
    form.lastIndex = start;
    const taken = form.exec(this.#text)?.[0];
    if (taken !== undefined) this.#at = start + taken.length;
    return taken;
  }
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
