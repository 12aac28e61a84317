import { expect, test } from 'vitest';
import { serviceModel } from '../service-models.ts';
import { readQuery } from './query-form.ts';

function read(service: string, operation: string, form: string): unknown {
  const input = serviceModel(service)?.operations.get(operation)?.input;
  if (!input) throw new Error(`${service} has no ${operation}`);
  return readQuery(input, new URLSearchParams(form));
}

test('structures in lists are read in the order of their numbers, not of the form', () => {
  const form = [
    'MetricData.member.10.MetricName=last',
    'MetricData.member.2.MetricName=second',
    'MetricData.member.2.Dimensions.member.1.Name=n',
    'MetricData.member.2.Value=1.5',
  ];
  expect(read('monitoring', 'PutMetricData', form.join('&'))).toEqual({
    MetricData: [{ MetricName: 'second', Dimensions: [{ Name: 'n' }], Value: 1.5 }, { MetricName: 'last' }],
  });
});

test('an empty list is a list', () => {
  expect(read('iam', 'TagRole', 'RoleName=r&Tags=')).toEqual({ RoleName: 'r', Tags: [] });
});

test('a key named like a property of every object is a key', () => {
  const form = 'Attributes.entry.1.key=__proto__&Attributes.entry.1.value=x';
  const { Attributes } = read('sns', 'CreateTopic', form) as { Attributes: object };
  expect(Object.entries(Attributes)).toEqual([['__proto__', 'x']]);
});

test.each([
  ['boolean', 'ReturnSubscriptionArn=perhaps', 'sns', 'Subscribe'],
  ['number', 'MaxItems=many', 'iam', 'ListRoles'],
])('a text that is no %s is refused', (_type, form, service, operation) => {
  expect(() => read(service, operation, form)).toThrow(TypeError);
});

test('members that the operation does not have are ignored, as AWS does', () => {
  expect(read('iam', 'GetRole', 'Action=GetRole&Version=2010-05-08&RoleName=r&Extra.x=1')).toEqual({
    RoleName: 'r',
  });
});
