import { expect, test } from 'vitest';
import type { BusEvent } from './bus-event.ts';
import type { Rule, RuleTarget } from './store.ts';
import { targetInput } from './target-input.ts';

const event = {
  source: 'aws.cloudtrail',
  time: '2026-01-01T00:00:00Z',
  detail: { eventName: 'StopLogging', says: 'a "quote"', list: [{ n: 1 }] },
} as unknown as BusEvent;
const rule = { name: 'guard', arn: 'arn:rule' } as Rule;
const inputOf = (target: object) => targetInput({ rule, event, target: target as RuleTarget });
const transformed = (InputTemplate: string, InputPathsMap?: object) =>
  inputOf({ InputTransformer: { InputTemplate, InputPathsMap } });

test.each<[object, string]>([
  [{}, JSON.stringify(event)],
  [{ InputPath: '$' }, JSON.stringify(event)],
  [{ InputPath: '$.detail.eventName' }, '"StopLogging"'],
  [{ InputPath: '$.detail.list[0]' }, '{"n":1}'],
  [{ InputPath: '$.detail.missing' }, 'null'],
  [{ Input: '{"blank":true}' }, '{"blank":true}'],
])('the target %j gets %s', (target, expected) => {
  expect(inputOf(target)).toBe(expected);
});

test.each<[string, Record<string, string>, string]>([
  [
    '"<who> at <when>"',
    { who: '$.detail.eventName', when: '$.time' },
    '"StopLogging at 2026-01-01T00:00:00Z"',
  ],
  ['{"detail": <d>}', { d: '$.detail.list' }, '{"detail": [{"n":1}]}'],
  [
    '{"name": <n>, "text": "<n>"}',
    { n: '$.detail.says' },
    '{"name": "a \\"quote\\"", "text": "a \\"quote\\""}',
  ],
  ['{"missing": "<m>"}', { m: '$.detail.missing' }, '{"missing": ""}'],
  ['"<aws.events.rule-name>"', {}, '"guard"'],
  ['{"blank": true}', {}, '{"blank": true}'],
])('the template %s with %j makes %s', (template, paths, expected) => {
  expect(transformed(template, paths)).toBe(expected);
});
