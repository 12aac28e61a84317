import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import cases from './cases.json' with { type: 'json' };
import { compilePattern } from './compile.ts';
import { matchesPattern } from './match.ts';
import { matchesWildcard, parseWildcard } from './wildcard.ts';

const matches = (pattern: unknown) => matchesPattern(compilePattern(JSON.stringify(pattern)), cases.event);

describe('an event matches', () => {
  test.each(Object.entries(cases.matching))('%s', (_, pattern) => expect(matches(pattern)).toBe(true));
});

describe('an event does not match', () => {
  test.each(Object.entries(cases.other))('%s', (_, pattern) => expect(matches(pattern)).toBe(false));
});

describe('a pattern is refused', () => {
  test.each(Object.entries(cases.invalid))('%s', (reason, pattern) => {
    expect(() => compilePattern(JSON.stringify(pattern))).toThrow(
      expect.objectContaining({
        code: 'InvalidEventPatternException',
        message: `Event pattern is not valid. Reason: ${reason}`,
      }),
    );
  });

  test('text that is no JSON', () => {
    expect(() => compilePattern('{"source":')).toThrow('Event pattern is not valid. Reason: Invalid JSON');
  });

  test('more than 1000 ways through its $or arrays', () => {
    const eleven = [...'abcdefghijk'].map((value) => ({ [value]: [value] }));
    const pattern = { x: { $or: eleven }, y: { $or: eleven }, z: { $or: eleven } };
    expect(() => compilePattern(JSON.stringify(pattern))).toThrow('1000');
  });

  test('wildcards that are long and alike, without taking long to say so', () => {
    const wildcard = `*${'a'.repeat(900)}*${'a'.repeat(900)}*b`;
    expect(() => compilePattern(JSON.stringify({ x: [{ wildcard }] }))).toThrow('too complex');
  });
});

describe('of several $or alternatives and a field beside them', () => {
  test('the field named last wins, as in EventBridge', () => {
    const pattern = { source: ['aws.s3'], $or: [{ source: ['aws.cloudtrail'] }, { region: ['us-east-1'] }] };
    expect(matches(pattern)).toBe(true);
  });
});

describe('wildcard', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 12 });

  test('matches what a regular expression with .* for each star would', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (literals, value) => {
        const pattern = literals
          .filter((literal, at) => literal || at === 0 || at === literals.length - 1)
          .join('*');
        const asRegExp = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        expect(matchesWildcard(parseWildcard(pattern), value)).toBe(asRegExp.test(value));
      }),
    );
  });

  test('takes \\* and \\\\ as the characters themselves', () => {
    expect(matchesWildcard(parseWildcard('a\\*\\\\*'), 'a*\\anything')).toBe(true);
    expect(matchesWildcard(parseWildcard('a\\*'), 'ab')).toBe(false);
  });
});
