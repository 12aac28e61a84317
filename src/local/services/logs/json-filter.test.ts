import { expect, test } from 'vitest';
import { filterPattern } from './filter-pattern.ts';

const event = JSON.stringify({
  eventName: 'StopLogging',
  eventSource: 'cloudtrail.amazonaws.com',
  sourceIPAddress: '198.51.100.7',
  eventVersion: '1.11',
  readOnly: false,
  managementEvent: true,
  responseElements: null,
  size: 75,
  userIdentity: { type: 'Root', 'odd.name': 'x' },
  resources: [{ type: 'a' }, { type: 'b' }],
});

test.each<[string, boolean]>([
  ['{ $.eventName = "StopLogging" }', true],
  ['{ $.eventName = StopLogging }', true],
  ['{($.eventName=StopLogging)||($.eventName=DeleteTrail)}', true],
  ['{ ($.eventName = StopLogging) && ($.eventName = "never") }', false],
  ['{ $.eventName = "x" && $.eventName = "y" || $.readOnly IS FALSE }', true],
  ['{ $.eventName = "x" && ($.eventName = "y" || $.readOnly IS FALSE) }', false],
  ['{ $.eventName = Stop* }', true],
  ['{ $.eventName = "*Log*" }', true],
  ['{ $.eventName = stop* }', false],
  ['{ $.sourceIPAddress != 198.51.* }', false],
  ['{ $.eventSource = kms.amazonaws.com }', false],
  ['{ $.eventVersion = 1.11 }', true],
  ['{ $.size = 75 }', true],
  ['{ $.size = "75" }', false],
  ['{ $.size > 7.4e1 }', true],
  ['{ $.size <= 74 }', false],
  ['{ $.eventName > 1 }', false],
  ['{ $.readOnly IS FALSE }', true],
  ['{ $.managementEvent IS TRUE }', true],
  ['{ $.responseElements IS NULL }', true],
  ['{ $.errorCode NOT EXISTS }', true],
  ['{ $.responseElements NOT EXISTS }', false],
  ['{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }', true],
  ["{ $.userIdentity.['odd.name'] = x }", true],
  ['{ $.resources[1].type = b }', true],
  ['{ $.resources[*].type = b }', true],
  ['{ $.resources[0].type = b }', false],
  // What is missing is not different: CIS patterns ask for NOT EXISTS beside it.
  ['{ $.errorCode != "AccessDenied" }', false],
])('%s lets a CloudTrail record through: %s', (pattern, expected) => {
  expect(filterPattern(pattern)(event)).toBe(expected);
});

test('an event that is no JSON passes no pattern for JSON', () => {
  expect(filterPattern('{ $.a NOT EXISTS }')('plain text')).toBe(false);
});

test.each([
  '{ $.a = }',
  '{ = b }',
  '{ $.a = b',
  '{ ($.a = b }',
  '{ $.a = b c }',
  '{ $.a > b }',
  '{ }',
  `{ $.a = ${'b'.repeat(1024)} }`,
])('%s is no pattern', (pattern) => {
  expect(() => filterPattern(pattern)).toThrow('Invalid metric filter pattern');
});
