import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zipOf } from './code/test-zip.ts';
import { closeEnvironments } from './environments.ts';
import { mayInvoke } from './permission.ts';
import { FUNCTION_ARN, lambdaWorld } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
const answering = (answer: number) => `exports.handler = async () => ${answer};`;
const FunctionName = 'f';
const publish = (more: object = {}) => aws.send('PublishVersion', { FunctionName, ...more });
const changeCode = (answer: number, more: object = {}) =>
  aws.send('UpdateFunctionCode', {
    FunctionName,
    ZipFile: zipOf({ 'index.js': answering(answer) }),
    ...more,
  });

beforeEach(async () => {
  aws = await lambdaWorld();
  await aws.createFunction(answering(1));
});
afterEach(() => closeEnvironments(aws.world));

describe('a published version', () => {
  test('stays as the function was, whatever becomes of the function', async () => {
    expect(await publish()).toMatchObject({ Version: '1', FunctionArn: `${FUNCTION_ARN}:1` });
    await changeCode(2);
    expect((await aws.invoke({}, { Qualifier: '1' })).payload).toBe(1);
    expect((await aws.invoke()).payload).toBe(2);
  });

  test('is made once of the same code and settings', async () => {
    await publish();
    expect(await publish()).toMatchObject({ Version: '1' });
    expect(await changeCode(2, { Publish: true })).toMatchObject({ Version: '2' });
    const { Versions } = (await aws.send('ListVersionsByFunction', { FunctionName })) as {
      Versions: { Version: string }[];
    };
    expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
  });

  test.each(['UpdateFunctionConfiguration', 'PutFunctionConcurrency'])(
    'cannot be changed by %s',
    async (operation) => {
      await publish();
      const input = { FunctionName: `${FUNCTION_ARN}:1`, Timeout: 9, ReservedConcurrentExecutions: 0 };
      await expect(aws.send(operation, input)).rejects.toMatchObject({
        code: 'InvalidParameterValueException',
      });
    },
  );

  test('is throttled with the function', async () => {
    await publish();
    await aws.send('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: 0 });
    await expect(aws.invoke({}, { Qualifier: '1' })).rejects.toMatchObject({
      code: 'TooManyRequestsException',
    });
  });

  test('is refused for other code than the caller knows', async () => {
    await expect(publish({ CodeSha256: 'x' })).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
    });
  });
});

describe('an alias', () => {
  const alias = { FunctionName, Name: 'live' };
  beforeEach(async () => {
    await publish();
    await changeCode(2, { Publish: true });
    await aws.send('CreateAlias', { ...alias, FunctionVersion: '1' });
  });

  test('runs the version it stands for, and another one after it is moved', async () => {
    expect((await aws.invoke({}, { Qualifier: 'live' })).payload).toBe(1);
    expect(await aws.send('UpdateAlias', { ...alias, FunctionVersion: '2' })).toMatchObject({
      AliasArn: `${FUNCTION_ARN}:live`,
      FunctionVersion: '2',
    });
    expect((await aws.invoke({}, { Qualifier: 'live' })).payload).toBe(2);
    expect(await aws.send('ListAliases', { FunctionName })).toMatchObject({
      Aliases: [{ Name: 'live', FunctionVersion: '2' }],
    });
  });

  test('has permissions of its own, which stay when it is moved', async () => {
    await aws.send('AddPermission', {
      FunctionName,
      Qualifier: 'live',
      StatementId: 's',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
    });
    await aws.send('UpdateAlias', { ...alias, FunctionVersion: '2' });
    const rule = 'arn:aws:events:us-east-1:111122223333:rule/r';
    expect(mayInvoke(aws.world, `${FUNCTION_ARN}:live`, 'events.amazonaws.com', rule)).toBe(true);
    expect(mayInvoke(aws.world, FUNCTION_ARN, 'events.amazonaws.com', rule)).toBe(false);
  });

  test('keeps its version from being deleted', async () => {
    const remove = () => aws.send('DeleteFunction', { FunctionName, Qualifier: '1' });
    await expect(remove()).rejects.toMatchObject({ code: 'ResourceConflictException' });
    await aws.send('DeleteAlias', alias);
    await remove();
    await expect(aws.send('GetAlias', alias)).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    expect(await aws.send('GetFunction', { FunctionName })).toMatchObject({
      Configuration: { Version: '$LATEST' },
    });
  });

  test.each<[string, object, string]>([
    ['twice', { FunctionVersion: '1' }, 'ResourceConflictException'],
    ['for no version', { Name: 'other', FunctionVersion: '9' }, 'ResourceNotFoundException'],
    ['by a name of digits', { Name: '7', FunctionVersion: '1' }, 'InvalidParameterValueException'],
    ['for what changes', { Name: 'other', FunctionVersion: '$LATEST' }, 'NotImplemented'],
  ])('is refused %s', async (_, more, code) => {
    await expect(aws.send('CreateAlias', { ...alias, ...more })).rejects.toMatchObject({ code });
  });
});
