import { describe, expect, test } from 'vitest';
import { parameterTexts, parameterValues } from './parameter-values.ts';
import { readTemplate } from './read-template.ts';

const templateWith = (declaration: object) =>
  readTemplate(
    JSON.stringify({ Parameters: { P: declaration }, Resources: { Queue: { Type: 'AWS::SQS::Queue' } } }),
  );
const valueFor = (declaration: object, value?: string) => {
  const template = templateWith(declaration);
  return parameterValues(
    template,
    parameterTexts(template, value === undefined ? [] : [{ key: 'P', value }]),
  ).get('P');
};

describe('a parameter', () => {
  test('has the value that is given, else its default', () => {
    expect(valueFor({ Type: 'String', Default: 'd' }, 'given')).toBe('given');
    expect(valueFor({ Type: 'Number', Default: 5 })).toBe('5');
  });

  test('that is a list has its members without the spaces around them', () => {
    expect(valueFor({ Type: 'CommaDelimitedList' }, 'a, b ,c')).toEqual(['a', 'b', 'c']);
    expect(valueFor({ Type: 'CommaDelimitedList', Default: '' })).toEqual([]);
  });

  test.each([
    ['has no value', { Type: 'String' }, undefined, 'Parameters: [P] must have values'],
    [
      'is not allowed',
      { Type: 'String', AllowedValues: ['a'] },
      'b',
      "Parameter 'P' must be one of AllowedValues",
    ],
    [
      'breaks its pattern',
      { Type: 'String', AllowedPattern: 'a+' },
      'aab',
      "Parameter 'P' must match pattern a+",
    ],
    [
      'is too short',
      { Type: 'String', MinLength: 3 },
      'ab',
      "Parameter 'P' must contain at least 3 characters",
    ],
    [
      'is too long',
      { Type: 'String', MaxLength: '3' },
      'abcd',
      "Parameter 'P' must contain at most 3 characters",
    ],
    ['is no number', { Type: 'Number' }, 'x', "Parameter 'P' must be a number"],
    ['is too small', { Type: 'Number', MinValue: 3 }, '2', "Parameter 'P' must be a number not less than 3"],
    ['is too big', { Type: 'Number', MaxValue: 3 }, '4', "Parameter 'P' must be a number not greater than 3"],
    [
      'has a member that breaks the pattern',
      { Type: 'CommaDelimitedList', AllowedPattern: 'a+' },
      'a,b',
      "Parameter 'P' must match pattern a+",
    ],
    [
      'breaks what its author explained',
      { Type: 'String', AllowedPattern: 'a+', ConstraintDescription: 'only a' },
      'b',
      'Parameter P failed to satisfy constraint: only a',
    ],
  ])('is refused when it %s', (_, declaration, value, message) => {
    expect(() => valueFor(declaration, value)).toThrow(message);
  });

  test('that the template does not have is refused', () => {
    const given = [{ key: 'Q', value: 'x' }];
    const template = templateWith({ Type: 'String', Default: '' });
    expect(() => parameterTexts(template, given)).toThrow('Parameters: [Q] do not exist in the template');
  });

  test('of a type that is not known is refused by name', () => {
    expect(() => templateWith({ Type: 'AWS::SSM::Parameter::Value<String>' })).toThrow(
      'Unrecognized parameter type: AWS::SSM::Parameter::Value<String> (at Parameters.P.Type)',
    );
  });
});
