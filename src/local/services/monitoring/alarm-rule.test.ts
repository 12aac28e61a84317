import { expect, test } from 'vitest';
import { alarmRule } from './alarm-rule.ts';

const states = new Map([
  ['a', 'ALARM'],
  ['b', 'OK'],
  ['with space', 'ALARM'],
] as const);

test.each<[string, boolean]>([
  ['ALARM(a)', true],
  ['ALARM("a") AND OK(b)', true],
  ['ALARM(b) OR ALARM(a)', true],
  ['NOT ALARM(a)', false],
  ['NOT ALARM(a) OR TRUE', true],
  ['ALARM(a) OR TRUE AND FALSE', true],
  ['(ALARM(a) OR TRUE) AND FALSE', false],
  ['NOT (ALARM(b) OR INSUFFICIENT_DATA(a))', true],
  ['ALARM("with space")', true],
  ['ALARM(arn:aws:cloudwatch:us-east-1:111122223333:alarm:a)', true],
  ['ALARM(gone) OR OK(gone) OR INSUFFICIENT_DATA(gone)', false],
])('the rule %s is %s', (text, expected) => {
  expect(alarmRule(text).holds((name) => states.get(name as 'a'))).toBe(expected);
});

test('a rule names the alarms it asks about once each', () => {
  expect(alarmRule('ALARM(a) AND (OK(b) OR ALARM("a"))').alarmNames).toEqual(['a', 'b']);
});

test.each([
  '',
  'ALARM',
  'ALARM()',
  'ALARM(a) ALARM(b)',
  'ALARM(a) AND',
  '(ALARM(a)',
  'BROKEN(a)',
  'ALARM(a))',
])('%j is no rule', (text) => {
  expect(() => alarmRule(text)).toThrow('invalid expression');
});
