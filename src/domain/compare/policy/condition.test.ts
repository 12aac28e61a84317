import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConditions } from './condition.ts';
import { impliesAll } from './condition-implication.ts';
import { judgeCondition, type RequestContext } from './condition-verdict.ts';
import { every } from './verdict.ts';

const KNOWN: RequestContext = {
  'aws:sourcearn': ['arn:aws:cloudtrail:eu-central-1:111122223333:trail/main'],
  'aws:securetransport': ['true'],
  's3:tlsversion': ['1.2'],
  'aws:sourcevpce': null,
  'aws:tagkeys': ['a', 'b'],
};

const judge = (condition: object) =>
  every((readConditions(condition) ?? []).map((one) => judgeCondition(one, KNOWN)));

describe('judgeCondition', () => {
  test.each([
    ['the same text', { StringEquals: { 'AWS:SourceArn': KNOWN['aws:sourcearn'] } }, 'yes'],
    [
      'one of several texts',
      { StringEquals: { 'aws:SourceArn': ['x', KNOWN['aws:sourcearn']?.[0]] } },
      'yes',
    ],
    ['a pattern', { StringLike: { 'aws:SourceArn': 'arn:*:trail/*' } }, 'yes'],
    ['a star is plain text where no patterns are', { StringEquals: { 'aws:SourceArn': '*' } }, 'no'],
    ['an ARN’s parts', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } }, 'yes'],
    [
      'a star does not reach over an ARN’s parts',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:*:trail/main:::' } },
      'no',
    ],
    ['another ARN', { ArnEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:444455556666:trail/*' } }, 'no'],
    ['a flag', { Bool: { 'aws:SecureTransport': false } }, 'no'],
    ['old TLS', { NumericLessThan: { 's3:TlsVersion': '1.2' } }, 'no'],
    ['TLS that is too new', { NumericLessThan: { 's3:TlsVersion': 1.3 } }, 'yes'],
    ['a key that is not there', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'no'],
    [
      'what is not there is nothing that is excluded',
      { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
      'yes',
    ],
    ['a key that need not be there', { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }, 'yes'],
    ['a key that must not be there', { Null: { 'aws:SourceVpce': 'true' } }, 'yes'],
    ['a key that must be there', { Null: { 'aws:SourceVpce': 'false' } }, 'no'],
    ['any of several', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, 'yes'],
    ['all of several', { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }, 'no'],
    ['all of none', { 'ForAllValues:StringEquals': { 'aws:SourceVpce': 'a' } }, 'yes'],
    ['any of none', { 'ForAnyValue:StringNotEquals': { 'aws:SourceVpce': 'a' } }, 'no'],
    [
      'a key of which nothing is known',
      { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
      'perhaps',
    ],
    ['an operator that is not known', { StringResembles: { 'aws:SourceArn': 'x' } }, 'perhaps'],
    ['an operator named like something of JavaScript', { constructor: { 'aws:SourceArn': 'x' } }, 'perhaps'],
    ['addresses', { NotIpAddress: { 'aws:SourceArn': '192.0.2.0/24' } }, 'perhaps'],
    ['a variable', { StringEquals: { 'aws:SourceArn': `$\{aws:PrincipalArn}` } }, 'perhaps'],
    [
      'all lines have to hold',
      { Bool: { 'aws:SecureTransport': 'true' }, Null: { 'aws:SourceVpce': 'false' } },
      'no',
    ],
  ])('%s', (_, condition, expected) => {
    expect(judge(condition)).toBe(expected);
  });

  test('what is no condition is not understood', () => {
    expect(readConditions('x')).toBeUndefined();
    expect(readConditions({ StringEquals: 'x' })).toBeUndefined();
    expect(readConditions({ StringEquals: { 'aws:SourceArn': [] } })).toBeUndefined();
    expect(readConditions({ StringEquals: { 'aws:SourceArn': [{}] } })).toBeUndefined();
  });
});

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'ArnLike',
  'ArnNotEquals',
];
const operator = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...OPERATORS),
    fc.constantFrom('', 'IfExists'),
  )
  .map((parts) => parts.join(''));
const value = fc.constantFrom(
  'arn:a:b:c:d:e',
  'arn:a:b:c:d:f',
  'arn:a:b:c:d:*',
  'arn:a:*:e',
  'arn:*',
  '*',
  'arn:a:b:c:?:e',
);
const condition = fc.oneof(
  fc
    .tuple(operator, fc.uniqueArray(value, { minLength: 1, maxLength: 3 }))
    .map(([name, values]) => ({ [name]: { k: values } })),
  fc.constantFrom('true', 'false').map((absent) => ({ Null: { k: absent } })),
);
const context = fc.oneof(
  fc.constant(null),
  fc.uniqueArray(fc.constantFrom('arn:a:b:c:d:e', 'arn:a:b:c:d:f', 'arn:a:x:c:d:e'), { minLength: 1 }),
);

describe('impliesAll', () => {
  test('whatever fits the stricter condition fits the looser', () => {
    fc.assert(
      fc.property(condition, condition, context, (stricter, looser, present) => {
        const [given = [], wanted = []] = [readConditions(stricter), readConditions(looser)];
        fc.pre(impliesAll(given, wanted));
        const holds = (list: typeof given) => every(list.map((one) => judgeCondition(one, { k: present })));
        fc.pre(holds(given) === 'yes');
        expect(holds(wanted)).not.toBe('no');
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['itself', { StringEquals: { k: ['a', 'b'] } }, { StringEquals: { K: ['b', 'a'] } }, true],
    ['nothing', { StringEquals: { k: 'a' } }, {}, true],
    ['more values', { StringEquals: { k: 'a' } }, { StringEquals: { k: ['a', 'b'] } }, true],
    ['fewer values', { StringEquals: { k: ['a', 'b'] } }, { StringEquals: { k: 'a' } }, false],
    ['fewer exclusions', { StringNotEquals: { k: ['a', 'b'] } }, { StringNotEquals: { k: 'a' } }, true],
    ['more exclusions', { StringNotEquals: { k: 'a' } }, { StringNotEquals: { k: ['a', 'b'] } }, false],
    ['a pattern of it', { StringEquals: { k: 'ab' } }, { StringLike: { k: 'a*' } }, true],
    ['the pattern’s text', { StringLike: { k: 'a*' } }, { StringEquals: { k: 'a*' } }, false],
    ['the same ARN', { StringEquals: { k: 'arn:a:b:c:d:e' } }, { ArnEquals: { k: 'arn:a:b:c:d:e' } }, true],
    ['one that need not be there', { StringEquals: { k: 'a' } }, { StringEqualsIfExists: { k: 'a' } }, true],
    ['one that has to be there', { StringEqualsIfExists: { k: 'a' } }, { StringEquals: { k: 'a' } }, false],
    ['that it is there', { StringEquals: { k: 'a' } }, { Null: { k: 'false' } }, true],
    ['an unknown operator, the same', { X: { k: 'a' } }, { X: { k: 'a' } }, true],
    ['an unknown operator, another', { X: { k: 'a' } }, { Y: { k: 'a' } }, false],
    ['a line that is not there', { StringEquals: { k: 'a' } }, { StringEquals: { k: 'a', l: 'b' } }, false],
  ])('it implies %s', (_, stricter, looser, expected) => {
    expect(impliesAll(readConditions(stricter) ?? [], readConditions(looser) ?? [])).toBe(expected);
  });
});
