import type { StateValue } from '@aws-sdk/client-cloudwatch';
import { unsupported } from '../../endpoint/unsupported.ts';
import { validation } from './invalid.ts';

/** The state of an alarm by its name; undefined for one that is not there. */
type StateOf = (alarmName: string) => StateValue | undefined;

export interface AlarmRule {
  /** The alarms it asks about. */
  readonly alarmNames: readonly string[];
  readonly holds: (stateOf: StateOf) => boolean;
}

type Test = AlarmRule['holds'];

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
const MAX_CHARACTERS = 10_240;
const TOKEN =
  /\s*(?:((?:AND|OR|NOT|TRUE|FALSE)(?![\w"-])|[()])|(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("(?:[^"\\]|\\.)*"|[^\s()"]+)\s*\))/y;

/**
 * Reads the rule of a composite alarm: `ALARM("a") AND NOT (OK(b) OR INSUFFICIENT_DATA(c))`. NOT binds before AND, AND
 * before OR.
 * @throws ServiceError `ValidationError`; by name for AT_LEAST, which is not served
 */
export function alarmRule(text: string): AlarmRule {
  if (/\bAT_LEAST\b/.test(text)) throw unsupported('AT_LEAST in alarm rules');
  if (text.length > MAX_CHARACTERS) throw invalidRule(text);
  const names = new Set<string>();
  const tokens = tokensOf(text, names);
  const holds = readAny(tokens, text);
  if (tokens.length > 0) throw invalidRule(text);
  return { alarmNames: [...names], holds };
}

function tokensOf(text: string, names: Set<string>): (string | Test)[] {
  const tokens: (string | Test)[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, word, state, reference = ''] = match;
    end = TOKEN.lastIndex;
    if (word) tokens.push(word);
    else {
      const name = nameIn(reference);
      names.add(name);
      tokens.push((stateOf) => stateOf(name) === state);
    }
  }
  if (text.slice(end).trim() !== '') throw invalidRule(text);
  return tokens;
}

/** By name or ARN, with quotes or without. */
const nameIn = (reference: string) =>
  reference
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/^arn:[^:]+:cloudwatch:[^:]*:\d*:alarm:/, '');

function readAny(tokens: (string | Test)[], text: string): Test {
  const tests = [readAll(tokens, text)];
  while (take(tokens, 'OR')) tests.push(readAll(tokens, text));
  return (stateOf) => tests.some((test) => test(stateOf));
}

function readAll(tokens: (string | Test)[], text: string): Test {
  const tests = [readOne(tokens, text)];
  while (take(tokens, 'AND')) tests.push(readOne(tokens, text));
  return (stateOf) => tests.every((test) => test(stateOf));
}

function readOne(tokens: (string | Test)[], text: string): Test {
  const token = tokens.shift();
  if (typeof token === 'function') return token;
  if (token === 'TRUE' || token === 'FALSE') return () => token === 'TRUE';
  if (token === 'NOT') {
    const test = readOne(tokens, text);
    return (stateOf) => !test(stateOf);
  }
  if (token !== '(') throw invalidRule(text);
  const test = readAny(tokens, text);
  if (!take(tokens, ')')) throw invalidRule(text);
  return test;
}

function take(tokens: (string | Test)[], word: string): boolean {
  if (tokens[0] !== word) return false;
  tokens.shift();
  return true;
}

const invalidRule = (text: string) =>
  validation(`AlarmRule contains an invalid expression: ${text.slice(0, 200)}`);
