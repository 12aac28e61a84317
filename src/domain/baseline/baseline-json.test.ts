import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './baseline-json.ts';

it('equal values are equal texts, whatever the order of their fields', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

it('the order of a list is a difference', () => {
  expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['b', 'a']));
});

it('what is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it('people get it indented, as JSON does', () => {
  const value = { a: [1, { b: [], c: {} }], d: 'x' };
  expect(canonicalJson(value, 2)).toBe(JSON.stringify(value, null, 2));
});

it('says all that JSON says, fields with odd names too', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(JSON.parse(canonicalJson(value, indent))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
});
