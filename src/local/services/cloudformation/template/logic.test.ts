import { describe, expect, test } from 'vitest';
import { decideConditions } from './conditions.ts';
import { parameterTexts, parameterValues } from './parameter-values.ts';
import { readTemplate } from './read-template.ts';
import { assertRules } from './rules.ts';

const Resources = { Queue: { Type: 'AWS::SQS::Queue' } };
const Parameters = {
  Stage: { Type: 'String', Default: 'prod' },
  Trails: { Type: 'CommaDelimitedList', Default: 'a,b' },
  Empty: { Type: 'CommaDelimitedList', Default: '' },
};

function decide(Conditions: object) {
  const template = readTemplate(JSON.stringify({ Parameters, Conditions, Resources }));
  return decideConditions(template, parameterValues(template, parameterTexts(template, [])));
}

describe('a condition', () => {
  const isProd = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };

  test.each([
    ['Equals', isProd, true],
    ['Equals of a number and its text', { 'Fn::Equals': [1, '1'] }, true],
    ['Equals of a joined list', { 'Fn::Equals': [{ 'Fn::Join': ['', { Ref: 'Empty' }] }, ''] }, true],
    ['Not', { 'Fn::Not': [isProd] }, false],
    ['And', { 'Fn::And': [isProd, { 'Fn::Not': [isProd] }] }, false],
    ['Or', { 'Fn::Or': [isProd, { 'Fn::Not': [isProd] }] }, true],
    ['another condition', { Condition: 'IsProd' }, true],
  ])('%s', (_, expression, expected) => {
    expect(decide({ C: expression, IsProd: isProd }).get('C')).toBe(expected);
  });

  test('that depends on itself is refused', () => {
    expect(() => decide({ A: { Condition: 'B' }, B: { Condition: 'A' } })).toThrow(/Circular dependency/);
  });
});

describe('a rule', () => {
  const assertRule = (rule: object) => () => {
    const template = readTemplate(JSON.stringify({ Parameters, Rules: { R: rule }, Resources }));
    assertRules(template, parameterValues(template, parameterTexts(template, [])));
  };

  test('that holds says nothing', () => {
    expect(
      assertRule({
        Assertions: [
          { Assert: { 'Fn::Contains': [['prod', 'test'], { Ref: 'Stage' }] } },
          { Assert: { 'Fn::EachMemberIn': [{ Ref: 'Trails' }, ['a', 'b', 'c']] } },
        ],
      }),
    ).not.toThrow();
  });

  test('that is broken is refused with its description', () => {
    const broken = {
      Assert: { 'Fn::EachMemberEquals': [{ Ref: 'Trails' }, 'a'] },
      AssertDescription: 'only a',
    };
    expect(assertRule({ Assertions: [broken] })).toThrow('Rule validation failed for R: only a');
  });

  test('whose condition is false does not count', () => {
    const never = { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] };
    expect(assertRule({ RuleCondition: never, Assertions: [{ Assert: never }] })).not.toThrow();
  });
});
