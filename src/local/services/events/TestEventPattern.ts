import type { TestEventPatternRequest, TestEventPatternResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { invalidParameter } from './events-error.ts';
import { compilePattern } from './pattern/compile.ts';
import { matchesPattern } from './pattern/match.ts';
import { isObject } from './pattern/matcher.ts';
import { refuseLongPattern } from './pattern-quota.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
const mandatory = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const TestEventPattern: Operation<TestEventPatternRequest, TestEventPatternResponse> = (input) => {
  const patternText = input.EventPattern ?? '';
  refuseLongPattern(patternText);
  return { Result: matchesPattern(compilePattern(patternText), parseEvent(input.Event ?? '')) };
};

function parseEvent(text: string): Record<string, unknown> {
  const event = parseJson(text);
  const missing = mandatory.find((name) => event[name] === undefined);
  if (missing) throw invalidParameter('Event', `The field ${missing} is missing.`);
  return event;
}

function parseJson(text: string): Record<string, unknown> {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    throw invalidParameter('Event', 'JSON syntax error.');
  }
  if (!isObject(event)) throw invalidParameter('Event', 'It must be a JSON object.');
  return event;
}
