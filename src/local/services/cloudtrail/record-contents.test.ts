import { describe, expect, test } from 'vitest';
import type { Service } from '../../endpoint/operation.ts';
import { trailWorld } from './test-trail-world.ts';

/** A service whose operations all answer the same. */
const answering = (name: string, operations: readonly string[], output: object = {}): Service => ({
  name,
  operations: Object.fromEntries(operations.map((operation) => [operation, () => output])),
});

async function recordOfCall(service: Service, operation: string, input: object = {}) {
  const aws = trailWorld({}, service);
  await aws.call(service.name, operation, input);
  return aws.recorded[0]?.record;
}

describe('the event name', () => {
  test.each([
    ['lambda', 'CreateFunction', 'CreateFunction20150331'],
    ['lambda', 'UpdateFunctionCode', 'UpdateFunctionCode20150331v2'],
    ['lambda', 'DeleteEventSourceMapping', 'DeleteEventSourceMapping20150331'],
    ['lambda', 'PutFunctionConcurrency', 'PutFunctionConcurrency20171031'],
    ['lambda', 'PutFunctionEventInvokeConfig', 'PutFunctionEventInvokeConfig'],
    ['sqs', 'DeleteQueue', 'DeleteQueue'],
  ])('of %s %s is %s', async (service, operation, eventName) => {
    expect(await recordOfCall(answering(service, [operation]), operation)).toMatchObject({ eventName });
  });
});

describe('a record of Lambda', () => {
  const FunctionName = 'guard';
  const Environment = { Variables: { SECRET: 'x' } };

  test('has neither code nor environment', async () => {
    const lambda = answering('lambda', ['CreateFunction'], { FunctionName, Environment });
    const Code = { ZipFile: Buffer.from('code') };
    expect(await recordOfCall(lambda, 'CreateFunction', { FunctionName, Code, Environment })).toMatchObject({
      requestParameters: { functionName: 'guard', code: {}, environment: {} },
      responseElements: { functionName: 'guard', environment: {} },
    });
  });

  test('has the names of tags and variables as they were given', async () => {
    const lambda = answering('lambda', ['TagResource']);
    const Tags = { Owner: 'Blue' };
    expect(await recordOfCall(lambda, 'TagResource', { Resource: 'arn', Tags })).toMatchObject({
      requestParameters: { resource: 'arn', tags: { Owner: 'Blue' } },
    });
  });
});

describe('secrets', () => {
  test('of new access keys are in no record', async () => {
    const AccessKey = { AccessKeyId: 'AKIA', SecretAccessKey: 'secret' };
    const sts = answering('sts', ['AssumeRole'], { Credentials: { ...AccessKey, SessionToken: 'token' } });
    const record = await recordOfCall(sts, 'AssumeRole', { RoleArn: 'arn:aws:iam::111122223333:role/r' });
    expect(record).toMatchObject({
      readOnly: true,
      responseElements: { credentials: { accessKeyId: 'AKIA', sessionToken: 'token' } },
      resources: [{ type: 'AWS::IAM::Role', ARN: 'arn:aws:iam::111122223333:role/r' }],
    });
    expect(JSON.stringify(record)).not.toContain('"secret"');
  });

  test('in parameters of Systems Manager are hidden', async () => {
    const ssm = answering('ssm', ['PutParameter'], { Version: 1 });
    expect(await recordOfCall(ssm, 'PutParameter', { Name: 'p', Value: 'secret' })).toMatchObject({
      requestParameters: { name: 'p', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: { version: 1 },
    });
  });
});

test('an agent and an error of any length are cut', async () => {
  const aws = trailWorld();
  const StopLogging = { Name: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${'x'.repeat(2000)}` };
  await expect(aws.send('StopLogging', StopLogging, { userAgent: 'a'.repeat(5000) })).rejects.toThrow();
  const record = aws.recorded[0]?.record as { userAgent?: string; errorMessage?: string };
  expect(record.userAgent).toHaveLength(1024);
  expect(record.errorMessage?.length).toBeLessThanOrEqual(1024);
});
