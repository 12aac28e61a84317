import { describe, expect, test } from 'vitest';
import { unresolved } from '../../template/scope.ts';
import { boolean, integer, json, list, mapOf, number, object, stringified, text } from './index.ts';

describe('a value is read with the liberties CloudFormation takes', () => {
  test.each([
    ['a number as text', text, 30, '30'],
    ['a boolean as text', text, true, 'true'],
    ['a text as integer', integer, '30', 30],
    ['a text as number', number, '0.5', 0.5],
    ['a text as boolean', boolean, 'false', false],
    ['members of a list', list(integer), ['1', 2], [1, 2]],
    ['members of a map', mapOf(text), { a: 1, b: false }, { a: '1', b: 'false' }],
    ['members of an object', object({ On: boolean }), { On: 'true' }, { On: true }],
    ['everything in what is all texts', stringified, { a: [1, { b: true }] }, { a: ['1', { b: 'true' }] }],
    ['nothing in a document', json, { a: [1, { b: true }] }, { a: [1, { b: true }] }],
  ])('%s', (_, shape, value, expected) => {
    expect(shape.read(value, 'here')).toEqual(expected);
  });

  test.each([
    ['a list where a text belongs', text, ['a'], 'expected a string, found ["a"] (at here)'],
    ['a fraction where an integer belongs', integer, 1.5, 'expected an integer, found 1.5'],
    ['an empty text where a number belongs', number, '', 'expected a number, found ""'],
    ['another text where a boolean belongs', boolean, 'yes', 'expected a boolean, found "yes"'],
    ['a text where a document belongs', json, '{}', 'expected a JSON object'],
    ['a text where a list belongs', list(text), 'a', 'expected a list'],
    [
      'a member that is not there',
      object({ A: text }, ['A']),
      {},
      'required property [A] not found (at here)',
    ],
    ['a member too many', object({ A: text }), { B: 1 }, 'does not know the property B (at here)'],
    ['a wrong member deep inside', object({ A: list(integer) }), { A: [1, 'x'] }, '(at here.A[1])'],
  ])('but %s is refused', (_, shape, value, message) => {
    expect(() => shape.read(value, 'here')).toThrow(message);
  });

  test('and what is not known yet may be anything', () => {
    expect(object({ A: integer }).read({ A: unresolved }, 'here')).toEqual({ A: unresolved });
  });
});

describe('a name in a template', () => {
  const shape = object({ A: object({ B: text }), L: list(object({ C: text })), M: mapOf(text), J: json });

  test('is known where the shape has it, where its author chooses, and in documents', () => {
    expect(shape.unknownNames({ A: { B: 1 }, M: { x: 1 }, J: { y: { z: 1 } } }, 'P')).toEqual([]);
  });

  test('is unknown elsewhere, also inside lists and both branches of an Fn::If', () => {
    const written = {
      A: { 'Fn::If': ['C', { B: 1, X: 1 }, { 'Fn::If': ['D', { Y: 1 }, { Ref: 'AWS::NoValue' }] }] },
      L: [{ C: 1 }, { Z: 1 }],
      constructor: 1,
    };
    expect(shape.unknownNames(written, 'P')).toEqual([
      'P.A.Fn::If[1].X',
      'P.A.Fn::If[2].Fn::If[1].Y',
      'P.L[1].Z',
      'P.constructor',
    ]);
  });
});
