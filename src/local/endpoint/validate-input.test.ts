import { expect, test } from 'vitest';
import { serviceModel } from './service-models.ts';
import { validateInput } from './validate-input.ts';

function validate(service: string, operation: string, input: unknown): void {
  const model = serviceModel(service);
  const schema = model?.operations.get(operation)?.input;
  if (!model || !schema) throw new Error(`no ${service}:${operation}`);
  validateInput(schema, input, model);
}

test('a missing required member is refused with the code that the service uses', () => {
  expect(() => validate('cloudtrail', 'StopLogging', {})).toThrow(
    expect.objectContaining({ code: 'ValidationException', message: expect.stringContaining("'name'") }),
  );
  expect(() => validate('sns', 'Publish', {})).toThrow(expect.objectContaining({ code: 'InvalidParameter' }));
});

test('a required member is asked for wherever it lies', () => {
  const input = { Entries: [{ Source: 'a' }, {}] };
  expect(() => validate('events', 'PutEvents', input)).not.toThrow();
  const targets = { Rule: 'r', Targets: [{ Id: '1', Arn: 'arn:a' }, { Id: '2' }] };
  expect(() => validate('events', 'PutTargets', targets)).toThrow("'targets.1.arn'");
});

test.each([
  ['a text', { Name: 5 }],
  ['a text, not a list', { Name: ['t'] }],
])('another type than %s is refused', (_type, input) => {
  expect(() => validate('cloudtrail', 'StopLogging', input)).toThrow(
    expect.objectContaining({ code: 'SerializationException' }),
  );
});

test('null counts as absent', () => {
  expect(() => validate('cloudtrail', 'StopLogging', { Name: null })).toThrow('Member must not be null');
  expect(() => validate('cloudtrail', 'DescribeTrails', { includeShadowTrails: null })).not.toThrow();
});
