// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the placeholders of Fn::Sub
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';
import { hasUnresolved, unresolved } from './scope.ts';

const scope: Scope = {
  parameters: new Map<string, string | string[]>([
    ['Name', 'ada'],
    ['List', ['a', 'b']],
    ['AWS::Region', 'eu-central-1'],
  ]),
  mappings: new Map([['Sizes', { 'eu-central-1': { small: 128 } }]]),
  conditions: new Map([
    ['Yes', true],
    ['No', false],
  ]),
  resources: new Map([['Queue', { physicalId: 'https://q', attributes: new Map([['Arn', 'arn:q']]) }]]),
  leftOut: new Set(['Gone']),
};
const value = (expression: unknown) => evaluate(expression, scope, 'here');

describe('an expression', () => {
  test.each([
    ['Ref of a parameter', { Ref: 'Name' }, 'ada'],
    ['Ref of a list', { Ref: 'List' }, ['a', 'b']],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['Ref of a resource', { Ref: 'Queue' }, 'https://q'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:q'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:q'],
    [
      'Sub',
      { 'Fn::Sub': '${Name}@${AWS::Region} ${Queue} ${Queue.Arn}' },
      'ada@eu-central-1 https://q arn:q',
    ],
    ['Sub with a literal', { 'Fn::Sub': '${!Name} ${Name}' }, '${Name} ada'],
    ['Sub with variables', { 'Fn::Sub': ['${x}-${Name}', { x: { Ref: 'Queue' } }] }, 'https://q-ada'],
    ['Sub with a value that looks like a pattern', { 'Fn::Sub': ['${x}', { x: "$&$'" }] }, "$&$'"],
    ['Join', { 'Fn::Join': ['-', ['x', { Ref: 'Name' }, 3]] }, 'x-ada-3'],
    ['Join of a list parameter', { 'Fn::Join': [',', { Ref: 'List' }] }, 'a,b'],
    ['Split', { 'Fn::Split': [':', 'a:b'] }, ['a', 'b']],
    ['Select', { 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b'] }] }, 'b'],
    ['If that is true', { 'Fn::If': ['Yes', 1, 2] }, 1],
    ['If that is false', { 'Fn::If': ['No', 1, 2] }, 2],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 128],
    ['Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['a key that is no function', { Condition: { StringEquals: {} } }, { Condition: { StringEquals: {} } }],
  ])('%s', (_, expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test('with AWS::NoValue is as if it were not written', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(value({ a: none, b: [none, 1], c: { 'Fn::If': ['Yes', none, 1] } })).toEqual({ b: [1] });
  });

  test('that depends on what is not made yet is unresolved', () => {
    const later = { Ref: 'Later' };
    expect(value(later)).toBe(unresolved);
    expect(value({ 'Fn::Join': ['', ['a', later]] })).toBe(unresolved);
    expect(value({ 'Fn::Sub': 'x${Later.Arn}' })).toBe(unresolved);
    expect(value({ 'Fn::Select': [0, ['a', later]] })).toBe('a');
    expect(hasUnresolved(value({ deep: [{ in: later }] }))).toBe(true);
  });

  test.each([
    ['selects what is not there', { 'Fn::Select': [2, ['a']] }, /nonexistent value at index 2 \(at here\)/],
    ['maps what is not mapped', { 'Fn::FindInMap': ['Sizes', 'x', 'small'] }, /Sizes::x::small/],
    ['refers to what is left out', { Ref: 'Gone' }, /Unresolved resource dependencies \[Gone\]/],
    ['substitutes a list', { 'Fn::Sub': '${List}' }, /variable List in Fn::Sub/],
    ['reads a missing attribute', { 'Fn::GetAtt': ['Queue', 'Url'] }, /Attribute Url of Queue/],
  ])('is refused when it %s', (_, expression, message) => {
    expect(() => value(expression)).toThrow(message);
  });

  test('cannot reach the prototype of anything', () => {
    expect(Object.getPrototypeOf(value(JSON.parse('{"__proto__": {"polluted": true}}')))).toBe(
      Object.prototype,
    );
  });
});
