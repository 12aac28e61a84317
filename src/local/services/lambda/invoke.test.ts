import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { closeEnvironments } from './environments.ts';
import { invokeFunction } from './invoke.ts';
import { FUNCTION_ARN, lambdaWorld } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
beforeEach(async () => {
  aws = await lambdaWorld();
});
afterEach(() => closeEnvironments(aws.world));

describe('a function', () => {
  test('answers with what its handler returns, and is warm the second time', async () => {
    const colds: boolean[] = [];
    aws.world.on('invoked', ({ cold }) => colds.push(cold));
    await aws.createFunction('let n = 0; exports.handler = async (event) => ({ event, n: ++n });');
    expect(await aws.invoke({ a: 1 })).toMatchObject({ StatusCode: 200, payload: { event: { a: 1 }, n: 1 } });
    expect(await aws.invoke({ a: 2 })).toMatchObject({ payload: { n: 2 } });
    expect(colds).toEqual([true, false]);
  });

  test('may be an ES module, whose promises at the top level are awaited', async () => {
    await aws.createFunction({
      'index.mjs': 'const n = await Promise.resolve(7);\nexport const handler = () => n;',
    });
    expect((await aws.invoke()).payload).toBe(7);
  });

  test('that is CommonJS is not waited for while it loads', async () => {
    await aws.createFunction(`
      let ready = false;
      const loading = new Promise((resolve) => setTimeout(resolve, 50)).then(() => { ready = true; });
      exports.handler = async () => { const first = ready; await loading; return [first, ready]; };
    `);
    expect((await aws.invoke()).payload).toEqual([false, true]);
  });

  test('can lie in a folder, with modules of its own', async () => {
    const files = {
      'src/app.js': "exports.run = { go: () => require('./lib').x };",
      'src/lib.js': 'exports.x = 3;',
    };
    await aws.createFunction(files, { Handler: 'src/app.run.go' });
    expect((await aws.invoke()).payload).toBe(3);
  });

  test('loads the AWS SDK of the runtime, and no other package of this machine', async () => {
    await aws.createFunction(`
      exports.handler = async () => {
        const found = (name) => { try { require(name); return true; } catch { return false; } };
        const { STSClient } = await import('@aws-sdk/client-sts');
        return [typeof STSClient, found('@aws-sdk/client-sts'), found('vitest')];
      };
    `);
    expect((await aws.invoke()).payload).toEqual(['function', true, false]);
  });

  test('sees the variables that Lambda sets and its own, and nothing else of this process', async () => {
    process.env.SECRET_OF_THE_PARENT = 'x';
    aws.world.endpointUrl = 'http://127.0.0.1:4580';
    await aws.createFunction('exports.handler = async () => process.env;', {
      Environment: { Variables: { OWN: 'value' } },
      MemorySize: 256,
    });
    const { payload } = await aws.invoke();
    delete process.env.SECRET_OF_THE_PARENT;
    expect(payload).toMatchObject({
      OWN: 'value',
      AWS_REGION: 'us-east-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/f',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4580',
      TZ: ':UTC',
    });
    expect(payload.AWS_SESSION_TOKEN).toEqual(expect.any(String));
    expect(payload).not.toHaveProperty('SECRET_OF_THE_PARENT');
    expect(Object.keys(payload).filter((name) => /VITEST|npm_|HOME|NODE_OPTIONS/.test(name))).toEqual([]);
  });

  test('knows its context', async () => {
    await aws.createFunction(`exports.handler = async (event, context) => ({
      ...context, remaining: context.getRemainingTimeInMillis(), trace: process.env._X_AMZN_TRACE_ID });`);
    const { payload } = await aws.invoke();
    expect(payload).toMatchObject({
      functionName: 'f',
      functionVersion: '$LATEST',
      invokedFunctionArn: FUNCTION_ARN,
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/f',
      trace: expect.stringMatching(/^Root=1-/),
    });
    expect(payload.remaining).toBeGreaterThan(0);
    expect(payload.remaining).toBeLessThanOrEqual(3000);
  });

  test('runs its new code after an update, and in as many processes as it is asked at once', async () => {
    await aws.createFunction('exports.handler = async () => process.pid;');
    const pids = await Promise.all([aws.invoke(), aws.invoke(), aws.invoke()]);
    expect(new Set(pids.map(({ payload }) => payload)).size).toBe(3);
    await aws.send('UpdateFunctionConfiguration', {
      FunctionName: 'f',
      Environment: { Variables: { WHICH: 'new' } },
    });
    expect(pids.map(({ payload }) => payload)).not.toContain((await aws.invoke()).payload);
  });

  test('leaves no process behind', async () => {
    await aws.createFunction('exports.handler = async () => process.pid;');
    const { payload: pid } = await aws.invoke();
    closeEnvironments(aws.world);
    await expect.poll(() => isRunning(pid)).toBe(false);
    await expect(aws.invoke()).rejects.toMatchObject({ code: 'ServiceException' });
  });
});

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('errors', () => {
  const failing = async (code: string, more: object = {}) => {
    await aws.createFunction(code, more);
    const answer = await aws.invoke();
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    return answer.payload;
  };

  test('of the handler are told by name, message and trace', async () => {
    const payload = await failing("exports.handler = async () => { throw new TypeError('boom'); };");
    expect(payload).toEqual({
      errorType: 'TypeError',
      errorMessage: 'boom',
      trace: expect.arrayContaining(['TypeError: boom', expect.stringContaining('index.js:1')]),
    });
  });

  test.each([
    ['a missing module', "require('nowhere');", 'Runtime.ImportModuleError'],
    ['a syntax error', 'exports.handler = (', 'Runtime.UserCodeSyntaxError'],
    ['a missing handler', 'exports.other = 1;', 'Runtime.HandlerNotFound'],
    [
      'a handler that takes a callback',
      'exports.handler = (a, b, c) => {};',
      'Runtime.CallbackHandlerDeprecated',
    ],
    ['an exception while loading', "throw new RangeError('no');", 'RangeError'],
    [
      'a result that is no JSON',
      'exports.handler = async () => { const a = {}; a.a = a; return a; };',
      'Runtime.JSONStringifyError',
    ],
    [
      'an unhandled rejection',
      "exports.handler = () => { Promise.reject(new Error('x')); return new Promise((r) => setTimeout(r, 1000)); };",
      'Runtime.UnhandledPromiseRejection',
    ],
    [
      'an uncaught exception',
      "exports.handler = () => new Promise(() => setTimeout(() => { throw new URIError('x'); }, 1));",
      'URIError',
    ],
    ['an exit', 'exports.handler = async () => process.exit(3);', 'Runtime.ExitError'],
    [
      'a promise that nothing can settle',
      'exports.handler = () => new Promise(() => {});',
      'Runtime.ExitError',
    ],
    [
      'an answer over 6 MB',
      "exports.handler = async () => 'x'.repeat(7_000_000);",
      'Function.ResponseSizeTooLarge',
    ],
  ])('%s', async (_, code, errorType) => {
    expect(await failing(code)).toMatchObject({ errorType });
  });

  test('of one process are over with it: the next invocation gets another', async () => {
    await aws.createFunction(
      'exports.handler = async (event) => event.exit ? process.exit(1) : process.pid;',
    );
    const first = await aws.invoke();
    expect(await aws.invoke({ exit: true })).toMatchObject({
      payload: { errorMessage: expect.stringContaining('exit status 1') },
    });
    const second = await aws.invoke();
    expect(second.payload).toEqual(expect.any(Number));
    expect(second.payload).not.toBe(first.payload);
  });

  test('a function that takes too long is ended, and its log says so', async () => {
    const payload = await failing('exports.handler = () => new Promise((r) => setTimeout(r, 60_000));', {
      Timeout: 1,
    });
    expect(payload).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: test Error: Task timed out after 1.00 seconds$/),
    });
    expect((await aws.logged()).some((line) => /Z test Task timed out after 1.00 seconds$/.test(line))).toBe(
      true,
    );
  });
});

describe('a nodejs22.x function', () => {
  const create = (code: string) => aws.createFunction(code, { Runtime: 'nodejs22.x' });

  test('may call back', async () => {
    await create("exports.handler = (event, context, callback) => setTimeout(callback, 1, null, 'done');");
    expect((await aws.invoke()).payload).toBe('done');
  });

  test('that calls back with an error has failed', async () => {
    await create("exports.handler = (event, context, callback) => callback(new Error('no'));");
    expect(await aws.invoke()).toMatchObject({ FunctionError: 'Unhandled', payload: { errorMessage: 'no' } });
  });

  test('that never calls back answers null when nothing is left to do', async () => {
    await create('exports.handler = (event, context, callback) => { setTimeout(() => {}, 5); };');
    expect((await aws.invoke()).payload).toBeNull();
  });
});

describe('invocations', () => {
  test('of a dry run only ask whether it would be allowed', async () => {
    await aws.createFunction('throw new Error();');
    expect(await aws.invoke({}, { InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204 });
  });

  test('are refused when their payload is no JSON', async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    await expect(aws.send('Invoke', { FunctionName: 'f', Payload: Buffer.from('{') })).rejects.toMatchObject({
      code: 'InvalidRequestContentException',
    });
  });

  test('are throttled at a concurrency of 0, and counted', async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    await aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions: 0 });
    await expect(aws.invoke()).rejects.toMatchObject({ code: 'TooManyRequestsException', status: 429 });
    expect(await metric('Throttles')).toBe(1);
    await aws.send('DeleteFunctionConcurrency', { FunctionName: 'f' });
    expect((await aws.invoke()).payload).toBe(1);
    expect(await metric('Invocations')).toBe(1);
  });

  test('over the reserved concurrency are refused to clients, and wait when a service makes them', async () => {
    await aws.createFunction('exports.handler = () => new Promise((r) => setTimeout(r, 50, process.pid));');
    await aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions: 1 });
    const first = invokeFunction(aws.world, FUNCTION_ARN, '{}');
    const second = invokeFunction(aws.world, FUNCTION_ARN, '{}');
    await expect(aws.invoke()).rejects.toMatchObject({ code: 'TooManyRequestsException' });
    expect(await second).toEqual(await first);
  });

  const metric = async (MetricName: string) => {
    const now = aws.clock.now();
    const { Datapoints } = (await aws.sendTo('monitoring', 'GetMetricStatistics', {
      Namespace: 'AWS/Lambda',
      MetricName,
      Dimensions: [{ Name: 'FunctionName', Value: 'f' }],
      StartTime: new Date(now - 60_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: ['Sum'],
    })) as { Datapoints: { Sum: number }[] };
    return Datapoints[0]?.Sum;
  };

  test("by other accounts need the function's permission", async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    const invoke = () => aws.sendTo('lambda', 'Invoke', { FunctionName: FUNCTION_ARN }, mallory);
    await expect(invoke()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await aws.send('AddPermission', {
      FunctionName: 'f',
      StatementId: 's',
      Action: 'lambda:InvokeFunction',
      Principal: mallory.accountId,
    });
    expect(await invoke()).toMatchObject({ StatusCode: 200 });
  });
});
