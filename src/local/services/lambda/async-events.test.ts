import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeEnvironments } from './environments.ts';
import { invokeAsync } from './invoke.ts';
import { FUNCTION_ARN, lambdaWorld, QUEUE_ARN, QUEUE_URL } from './test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
let returned: string[];
beforeEach(async () => {
  aws = await lambdaWorld();
  returned = [];
  aws.world.on('returned', ({ requestId }) => returned.push(requestId));
});
afterEach(() => closeEnvironments(aws.world));

const runs = (count: number) => expect.poll(() => returned.length, { timeout: 5000 }).toBe(count);
const FAILS = "exports.handler = async () => { throw new Error('no'); };";

describe('an event that nobody waits for', () => {
  test('is answered at once and handled later', async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    expect(await aws.invoke({}, { InvocationType: 'Event' })).toMatchObject({ StatusCode: 202 });
    await runs(1);
  });

  test('is tried twice more after an error, a minute and then two minutes later, under the same id', async () => {
    await aws.createFunction(FAILS);
    invokeAsync(aws.world, FUNCTION_ARN, '{}');
    await runs(1);
    await aws.clock.advance(60_000);
    await runs(2);
    await aws.clock.advance(119_000);
    expect(returned).toHaveLength(2);
    await aws.clock.advance(1_000);
    await runs(3);
    await aws.clock.advance(3_600_000);
    expect(returned).toHaveLength(3);
    expect(new Set(returned).size).toBe(1);
  });

  test('goes to the dead-letter queue and the failure destination when it is given up', async () => {
    await aws.allow('sqs:SendMessage');
    await aws.sendTo('sqs', 'CreateQueue', { QueueName: 'q' });
    await aws.createFunction(FAILS, { DeadLetterConfig: { TargetArn: QUEUE_ARN } });
    await aws.send('PutFunctionEventInvokeConfig', {
      FunctionName: 'f',
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: QUEUE_ARN } },
    });
    const reasons: string[] = [];
    aws.world.on('deadLettered', ({ reason }) => reasons.push(reason));
    invokeAsync(aws.world, FUNCTION_ARN, '{"a":1}');
    await expect.poll(() => reasons, { timeout: 5000 }).toEqual(['RetriesExhausted', 'RetriesExhausted']);
    const { Messages } = (await aws.sendTo('sqs', 'ReceiveMessage', {
      QueueUrl: QUEUE_URL,
      MaxNumberOfMessages: 10,
    })) as { Messages: { Body: string }[] };
    expect(Messages.map(({ Body }) => JSON.parse(Body))).toEqual([
      expect.objectContaining({
        requestPayload: { a: 1 },
        requestContext: expect.objectContaining({ condition: 'RetriesExhausted', approximateInvokeCount: 1 }),
        responsePayload: expect.objectContaining({ errorMessage: 'no' }),
      }),
      { a: 1 },
    ]);
  });

  test('waits out a throttle', async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    await aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions: 0 });
    invokeAsync(aws.world, FUNCTION_ARN, '{}');
    await aws.clock.advance(600_000);
    expect(returned).toHaveLength(0);
    await aws.send('DeleteFunctionConcurrency', { FunctionName: 'f' });
    await aws.clock.advance(300_000);
    await runs(1);
  });

  test('is dropped after six hours of throttles', async () => {
    await aws.createFunction('exports.handler = async () => 1;');
    await aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions: 0 });
    invokeAsync(aws.world, FUNCTION_ARN, '{}');
    await aws.clock.advance(6 * 3_600_000);
    await aws.send('DeleteFunctionConcurrency', { FunctionName: 'f' });
    await aws.clock.advance(3_600_000);
    expect(returned).toHaveLength(0);
  });
});
