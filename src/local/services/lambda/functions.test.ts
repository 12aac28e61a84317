import { beforeEach, describe, expect, test } from 'vitest';
import { mayInvoke } from './permission.ts';
import { FUNCTION_ARN, lambdaWorld } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
beforeEach(async () => {
  aws = await lambdaWorld();
});

const CODE = 'exports.handler = async () => 1;';
const RULE_ARN = 'arn:aws:events:us-east-1:111122223333:rule/r';

describe('a function', () => {
  test('is shown as it was made, with the defaults of Lambda', async () => {
    await aws.createFunction(CODE, { Tags: { a: 'b' } });
    expect(await aws.send('GetFunction', { FunctionName: FUNCTION_ARN })).toMatchObject({
      Configuration: {
        FunctionArn: FUNCTION_ARN,
        State: 'Active',
        Timeout: 3,
        MemorySize: 128,
        Architectures: ['x86_64'],
        LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/f' },
      },
      Tags: { a: 'b' },
    });
  });

  test.each([
    ['another runtime', { Runtime: 'python3.13' }, 'NotImplemented'],
    ['a layer', { Layers: ['arn:aws:lambda:us-east-1:1:layer:x:1'] }, 'NotImplemented'],
    [
      'a VPC without security groups',
      { VpcConfig: { SubnetIds: ['subnet-1'] } },
      'InvalidParameterValueException',
    ],
    [
      'a VPC that its role has no rights in',
      { VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } },
      'InvalidParameterValueException',
    ],
    ['a key that is none', { KMSKeyArn: 'key' }, 'InvalidParameterValueException'],
    [
      'a topic for dead letters',
      { DeadLetterConfig: { TargetArn: 'arn:aws:sns:us-east-1:111122223333:t' } },
      'NotImplemented',
    ],
    ['code in S3', { Code: { S3Bucket: 'b', S3Key: 'k' } }, 'NotImplemented'],
    ['no code', { Code: {} }, 'InvalidParameterValueException'],
    ['what is no archive', { Code: { ZipFile: Buffer.from('x') } }, 'InvalidParameterValueException'],
    [
      'a role that is not there',
      { Role: 'arn:aws:iam::111122223333:role/none' },
      'InvalidParameterValueException',
    ],
    ['a timeout over 15 minutes', { Timeout: 901 }, 'InvalidParameterValueException'],
    ['too little memory', { MemorySize: 64 }, 'InvalidParameterValueException'],
    [
      "a variable that is Lambda's own",
      { Environment: { Variables: { AWS_REGION: 'x' } } },
      'InvalidParameterValueException',
    ],
    [
      'over 4 KB of variables',
      { Environment: { Variables: { LONG: 'x'.repeat(4096) } } },
      'InvalidParameterValueException',
    ],
    [
      'log levels in text',
      { LoggingConfig: { LogFormat: 'Text', SystemLogLevel: 'WARN' } },
      'InvalidParameterValueException',
    ],
    ['a bad name', { FunctionName: 'a b' }, 'ValidationException'],
  ])('is refused with %s', async (_, more, code) => {
    await expect(aws.createFunction(CODE, more)).rejects.toMatchObject({ code });
  });

  test('is refused when its role does not trust Lambda', async () => {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    await aws.sendTo('iam', 'CreateRole', { RoleName: 'other', AssumeRolePolicyDocument });
    await expect(
      aws.createFunction(CODE, { Role: 'arn:aws:iam::111122223333:role/other' }),
    ).rejects.toMatchObject({ message: 'The role defined for the function cannot be assumed by Lambda.' });
  });

  test('exists once', async () => {
    await aws.createFunction(CODE);
    await expect(aws.createFunction(CODE)).rejects.toMatchObject({ code: 'ResourceConflictException' });
  });

  test('keeps what an update does not mention', async () => {
    await aws.createFunction(CODE, { Environment: { Variables: { AB: 'c' } }, Timeout: 9 });
    await aws.send('UpdateFunctionConfiguration', { FunctionName: 'f', MemorySize: 512 });
    expect(await aws.send('GetFunctionConfiguration', { FunctionName: 'f' })).toMatchObject({
      MemorySize: 512,
      Timeout: 9,
      Environment: { Variables: { AB: 'c' } },
    });
  });

  test('is not updated by who knows an older revision', async () => {
    await aws.createFunction(CODE);
    await expect(
      aws.send('UpdateFunctionConfiguration', { FunctionName: 'f', Timeout: 9, RevisionId: 'old' }),
    ).rejects.toMatchObject({ code: 'PreconditionFailedException' });
  });

  test('is gone when deleted', async () => {
    await aws.createFunction(CODE);
    await aws.send('DeleteFunction', { FunctionName: 'f' });
    await expect(aws.send('GetFunction', { FunctionName: 'f' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    expect(await aws.send('ListFunctions')).toMatchObject({ Functions: [] });
  });

  test("leaves 100 of the account's concurrency unreserved", async () => {
    await aws.createFunction(CODE);
    const reserve = (ReservedConcurrentExecutions: number) =>
      aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions });
    await expect(reserve(901)).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
    await reserve(900);
    await reserve(900);
  });
});

describe('a permission', () => {
  const add = (more: object = {}) =>
    aws.send('AddPermission', {
      FunctionName: 'f',
      StatementId: 's',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      ...more,
    });
  const rulesMay = (sourceArn = RULE_ARN) =>
    mayInvoke(aws.world, FUNCTION_ARN, 'events.amazonaws.com', sourceArn);

  beforeEach(() => aws.createFunction(CODE));

  test('lets in the service and the resource it names', async () => {
    expect(rulesMay()).toBe(false);
    await add({ SourceArn: RULE_ARN });
    expect([rulesMay(), rulesMay(`${RULE_ARN}x`)]).toEqual([true, false]);
    expect(mayInvoke(aws.world, FUNCTION_ARN, 'sns.amazonaws.com', RULE_ARN)).toBe(false);
  });

  test('lets in the account it names', async () => {
    await add({ SourceAccount: '444455556666' });
    expect(rulesMay()).toBe(false);
    expect(rulesMay(RULE_ARN.replace('111122223333', '444455556666'))).toBe(true);
  });

  test('is over when removed', async () => {
    await add();
    await aws.send('RemovePermission', { FunctionName: 'f', StatementId: 's' });
    expect(rulesMay()).toBe(false);
    await expect(aws.send('GetPolicy', { FunctionName: 'f' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  test.each([
    ['a statement id twice', () => add().then(() => add()), 'ResourceConflictException'],
    ['a principal that is none', () => add({ Principal: 'somebody' }), 'InvalidParameterValueException'],
    ["another service's action", () => add({ Action: 's3:GetObject' }), 'ValidationException'],
    ['an organization', () => add({ PrincipalOrgID: 'o-1' }), 'NotImplemented'],
  ])('is refused with %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });
});
