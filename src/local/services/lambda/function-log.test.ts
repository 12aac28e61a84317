import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION } from '../../endpoint/test-world.ts';
import { kms } from '../kms/index.ts';
import { closeEnvironments } from './environments.ts';
import { lambdaWorld } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
beforeEach(async () => {
  aws = await lambdaWorld(kms);
});
afterEach(() => closeEnvironments(aws.world));

const TIME = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';

describe("a function's log", () => {
  test('in text has start, end and report around what the function wrote', async () => {
    await aws.createFunction(
      "exports.handler = async () => { console.log('two\\nlines', { a: 1 }); console.error('bad'); process.stdout.write('raw\\nrest'); };",
    );
    await aws.invoke();
    const lines = await aws.logged();
    expect(lines).toEqual([
      'START RequestId: test Version: $LATEST',
      expect.stringMatching(new RegExp(`^${TIME}\\ttest\\tINFO\\ttwo\\nlines \\{ a: 1 \\}$`)),
      expect.stringMatching(new RegExp(`^${TIME}\\ttest\\tERROR\\tbad$`)),
      'raw',
      'rest',
      'END RequestId: test',
      expect.stringMatching(
        /^REPORT RequestId: test\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: [\d.]+ ms\t$/,
      ),
    ]);
  });

  test('in JSON is JSON, from the level that was asked for', async () => {
    await aws.createFunction(
      "exports.handler = async () => { console.log('one', 1); console.warn({ a: 1 }); console.error('no', new TypeError('x')); };",
      { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'WARN', LogGroup: 'shared' } },
    );
    await aws.invoke();
    const lines = (await aws.logged('shared')).map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { type: 'platform.start', record: { requestId: 'test', version: '$LATEST' } },
      { level: 'WARN', requestId: 'test', message: { a: 1 } },
      { level: 'ERROR', errorType: 'TypeError', errorMessage: 'x', stackTrace: expect.any(Array) },
      { type: 'platform.report', record: { status: 'success', metrics: { memorySizeMB: 128 } } },
    ]);
  });

  test('leaves JSON alone that the function writes past the console', async () => {
    await aws.createFunction(`exports.handler = async () => { process.stdout.write('{"own":true}\\n'); };`, {
      LoggingConfig: { LogFormat: 'JSON' },
    });
    await aws.invoke();
    expect(await aws.logged()).toContain('{"own":true}');
  });

  test('tells of errors that nobody caught', async () => {
    await aws.createFunction("exports.handler = async () => { throw new TypeError('boom'); };");
    await aws.invoke();
    const line = (await aws.logged()).find((candidate) => candidate.includes('Invoke Error')) ?? '';
    expect(JSON.parse(line.slice(line.indexOf('{')))).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'boom',
      stack: expect.arrayContaining(['TypeError: boom']),
    });
  });

  test('stays empty when the role may not write it, while the lines can still be watched', async () => {
    await aws.allow('logs:CreateLogGroup', 'logs:CreateLogStream');
    const watched: string[] = [];
    aws.world.on('logged', ({ line }) => watched.push(line));
    await aws.createFunction("exports.handler = async () => { process.stdout.write('x\\n'); };");
    await aws.sendTo('logs', 'CreateLogGroup', { logGroupName: '/aws/lambda/f' });
    await aws.invoke();
    expect(await aws.logged()).toEqual([]);
    expect(watched).toEqual(['x']);
  });

  describe('of an encrypted group', () => {
    const GROUP_ARN = `arn:aws:logs:${TEST_REGION}:${TEST_ACCOUNT}:log-group:/aws/lambda/f`;
    let KeyId: string;

    beforeEach(async () => {
      const allow = (Principal: object, Action: string) => ({
        Effect: 'Allow',
        Principal,
        Action,
        Resource: '*',
      });
      const Statement = [
        allow({ AWS: `arn:aws:iam::${TEST_ACCOUNT}:root` }, 'kms:*'),
        {
          ...allow({ Service: `logs.${TEST_REGION}.amazonaws.com` }, 'kms:*'),
          Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': GROUP_ARN } },
        },
      ];
      const { KeyMetadata } = (await aws.sendTo('kms', 'CreateKey', {
        Policy: JSON.stringify({ Statement }),
      })) as { KeyMetadata: { Arn: string } };
      KeyId = KeyMetadata.Arn;
      await aws.sendTo('logs', 'CreateLogGroup', { logGroupName: '/aws/lambda/f', kmsKeyId: KeyId });
      await aws.createFunction("exports.handler = async () => { process.stdout.write('x\\n'); };");
    });

    const mayWrite = ['logs:CreateLogStream', 'logs:PutLogEvents'];

    test('is written when the role may use its key, and stays empty when it may not', async () => {
      await aws.allow(...mayWrite);
      await aws.invoke();
      expect(await aws.logged()).toEqual([]);
      await aws.allow(...mayWrite, 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey');
      await aws.invoke();
      expect(await aws.logged()).toContain('x');
    });

    test('takes nothing while its key is disabled', async () => {
      await aws.allow(...mayWrite, 'kms:*');
      await aws.sendTo('kms', 'DisableKey', { KeyId });
      await aws.invoke();
      await aws.sendTo('kms', 'EnableKey', { KeyId });
      expect(await aws.logged()).toEqual([]);
    });
  });

  test('that was deleted prevents nothing', async () => {
    await aws.allow('logs:CreateLogStream', 'logs:PutLogEvents');
    await aws.createFunction('exports.handler = async () => { console.log(1); return 2; };');
    expect((await aws.invoke()).payload).toBe(2);
  });

  test('comes back with the answer when it is asked for', async () => {
    await aws.createFunction("exports.handler = async () => console.log('hello');");
    const { LogResult = '' } = await aws.invoke({}, { LogType: 'Tail' });
    expect(Buffer.from(LogResult, 'base64').toString()).toMatch(/^START .*\n.*hello\nEND .*\nREPORT /);
  });

  test('makes metrics of lines in the embedded metric format', async () => {
    const line = {
      _aws: {
        Timestamp: aws.clock.now(),
        CloudWatchMetrics: [
          { Namespace: 'guard', Dimensions: [['trail']], Metrics: [{ Name: 'darkForMs' }] },
        ],
      },
      trail: 'main',
      darkForMs: 42,
    };
    await aws.createFunction(
      `exports.handler = async (event) => process.stdout.write(JSON.stringify(event) + '\\n') && null;`,
    );
    await aws.invoke(line);
    expect(await aws.sendTo('monitoring', 'ListMetrics', { Namespace: 'guard' })).toMatchObject({
      Metrics: [{ MetricName: 'darkForMs', Dimensions: [{ Name: 'trail', Value: 'main' }] }],
    });
  });
});
