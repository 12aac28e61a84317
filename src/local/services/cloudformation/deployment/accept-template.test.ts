// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the placeholders of Fn::Sub
import { describe, expect, test } from 'vitest';
import { acceptTemplate } from './accept-template.ts';

const queue = (Properties: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties });
const accept = (template: object) => () => acceptTemplate(JSON.stringify(template));

describe('a template is refused, naming the culprit and its place', () => {
  test.each([
    [
      'an unknown resource type',
      { Resources: { X: { Type: 'AWS::EC2::Instance' } } },
      'Unrecognized resource types: [AWS::EC2::Instance]; the embedded AWS does not know it (at Resources.X.Type)',
    ],
    ['metadata of the CDK', { Resources: { X: { Type: 'AWS::CDK::Metadata' } } }, 'AWS::CDK::Metadata'],
    [
      'an unknown property',
      { Resources: { X: queue({ Colour: 1 }) } },
      'does not know the property Resources.X.Properties.Colour of AWS::SQS::Queue',
    ],
    [
      'an unknown property inside a branch that is not taken',
      {
        Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
        Resources: {
          X: {
            Type: 'AWS::Lambda::Function',
            Properties: { Role: 'r', Code: { 'Fn::If': ['No', { Zip: 'x' }, { ZipFile: 'y' }] } },
          },
        },
      },
      'Resources.X.Properties.Code.Fn::If[1].Zip',
    ],
    [
      'an unknown function',
      { Resources: { X: queue({ QueueName: { 'Fn::ImportValue': 'x' } }) } },
      'does not know the function Fn::ImportValue (at Resources.X.Properties.QueueName)',
    ],
    ['Fn::GetAZs', { Resources: { X: queue({ QueueName: { 'Fn::GetAZs': '' } }) } }, 'Fn::GetAZs'],
    [
      'an unknown attribute',
      { Resources: { X: queue() }, Outputs: { O: { Value: { 'Fn::GetAtt': ['X', 'Url'] } } } },
      'does not know the attribute Url of AWS::SQS::Queue (at Outputs.O.Value)',
    ],
    [
      'an unknown attribute in a Sub',
      { Resources: { X: queue() }, Outputs: { O: { Value: { 'Fn::Sub': '${X.Url}' } } } },
      'attribute Url',
    ],
    [
      'a name that means nothing',
      { Resources: { X: queue({ QueueName: { Ref: 'Y' } }) } },
      'Unresolved resource dependencies [Y] in the template (at Resources.X.Properties.QueueName)',
    ],
    [
      'a DependsOn on nothing',
      { Resources: { X: { ...queue(), DependsOn: 'Y' } } },
      'Unresolved resource dependencies [Y] (at Resources.X.DependsOn)',
    ],
    [
      'a condition that is not there',
      { Resources: { X: { ...queue(), Condition: 'C' } } },
      'Unresolved condition dependency C',
    ],
    [
      'a function used wrongly',
      { Resources: { X: queue({ QueueName: { 'Fn::Join': 'x' } }) } },
      'every Fn::Join object requires two parameters',
    ],
    [
      'a function beside another key',
      { Resources: { X: queue({ QueueName: { Ref: 'X', More: 1 } }) } },
      'Ref must be the only member',
    ],
    [
      'a resource in a condition',
      { Conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, ''] } }, Resources: { X: queue() } },
      'Unresolved resource dependencies [X] in the template (at Conditions.C',
    ],
    [
      'an attribute in a condition',
      {
        Conditions: { C: { 'Fn::Equals': [{ 'Fn::GetAtt': ['X', 'Arn'] }, ''] } },
        Resources: { X: queue() },
      },
      'Fn::GetAtt cannot be used here',
    ],
    [
      'an unknown rule function',
      { Rules: { R: { Assertions: [{ Assert: { 'Fn::ValueOf': [] } }] } }, Resources: { X: queue() } },
      'does not know the function Fn::ValueOf here',
    ],
    [
      'a circle',
      { Resources: { A: queue({ QueueName: { Ref: 'B' } }), B: queue({ QueueName: { Ref: 'A' } }) } },
      'Circular dependency between resources: [A, B]',
    ],
    [
      'a dynamic reference',
      { Resources: { X: queue({ QueueName: '{{resolve:ssm:x}}' }) } },
      '{{resolve:…}} (at Resources.X.Properties.QueueName)',
    ],
    [
      'a null',
      { Resources: { X: queue({ Tags: null }) } },
      "'null' values are not allowed in templates (at Resources.X.Properties.Tags)",
    ],
    [
      'a transform',
      { Transform: 'AWS::Serverless-2016-10-31', Resources: { X: queue() } },
      'does not know transforms',
    ],
    [
      'an unknown section',
      { Hooks: {}, Resources: { X: queue() } },
      'Invalid template property or properties [Hooks]',
    ],
    [
      'an unknown resource attribute',
      { Resources: { X: { ...queue(), UpdatePolicy: {} } } },
      '[UpdatePolicy]',
    ],
    [
      'a snapshot',
      { Resources: { X: { ...queue(), DeletionPolicy: 'Snapshot' } } },
      '"Snapshot" (at Resources.X.DeletionPolicy)',
    ],
    ['no resource', { Resources: {} }, 'At least one Resources member must be defined.'],
  ])('%s', (_, template, message) => {
    expect(accept(template)).toThrow(message);
  });

  test('YAML', () => {
    expect(() => acceptTemplate('Resources:\n  X: {}')).toThrow('reads templates in JSON only, not in YAML');
  });

  test('text that is no JSON', () => {
    expect(() => acceptTemplate('{ "Resources": ')).toThrow(/JSON not well-formed/);
  });

  test('every culprit at once', () => {
    const template = { Resources: { X: queue({ Colour: 1 }), Y: { Type: 'AWS::No::Type' } } };
    expect(accept(template)).toThrow(/Colour.*AWS::No::Type|AWS::No::Type.*Colour/s);
  });
});

test('what a policy calls Condition is no function', () => {
  const PolicyDocument = { Statement: [{ Condition: { StringEquals: { 'aws:SourceArn': 'x' } } }] };
  const Properties = { PolicyDocument, Queues: ['q'] };
  expect(accept({ Resources: { X: { Type: 'AWS::SQS::QueuePolicy', Properties } } })).not.toThrow();
});
