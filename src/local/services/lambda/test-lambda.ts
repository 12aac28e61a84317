import type { Service } from '../../endpoint/operation.ts';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { logs } from '../logs/index.ts';
import { monitoring } from '../monitoring/index.ts';
import { sns } from '../sns/index.ts';
import { sqs } from '../sqs/index.ts';
import { zipOf } from './code/test-zip.ts';
import { lambda } from './index.ts';

const ROLE_ARN = `arn:aws:iam::${TEST_ACCOUNT}:role/function-role`;
export const FUNCTION_ARN = `arn:aws:lambda:${TEST_REGION}:${TEST_ACCOUNT}:function:f`;
export const QUEUE_ARN = `arn:aws:sqs:${TEST_REGION}:${TEST_ACCOUNT}:q`;
export const QUEUE_URL = `http://127.0.0.1/${TEST_ACCOUNT}/q`;

const WRITES_LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** A world with a role that functions can have, for tests of Lambda. */
export async function lambdaWorld(...more: readonly Service[]) {
  const aws = testWorld(lambda, iam, logs, monitoring, sns, sqs, ...more);
  const trust = statements({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
  await aws.send('iam', 'CreateRole', { RoleName: 'function-role', AssumeRolePolicyDocument: trust });
  const allow = (...actions: string[]) =>
    aws.send('iam', 'PutRolePolicy', {
      RoleName: 'function-role',
      PolicyName: 'p',
      PolicyDocument: statements({ Action: actions, Resource: '*' }),
    });
  await allow(...WRITES_LOGS);
  const send = (operation: string, input: object = {}) => aws.send('lambda', operation, input);
  const createFunction = (code: string | Record<string, string>, more: object = {}) =>
    send('CreateFunction', {
      FunctionName: 'f',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: ROLE_ARN,
      Code: { ZipFile: zipOf(typeof code === 'string' ? { 'index.js': code } : code) },
      ...more,
    });
  const invoke = async (payload: unknown = {}, more: object = {}) => {
    const answer = (await send('Invoke', {
      FunctionName: 'f',
      Payload: Buffer.from(JSON.stringify(payload)),
      ...more,
    })) as { StatusCode: number; FunctionError?: string; Payload?: Uint8Array; LogResult?: string };
    return { ...answer, payload: JSON.parse(Buffer.from(answer.Payload ?? 'null').toString()) };
  };
  const logged = async (logGroupName = '/aws/lambda/f') => {
    const { events } = (await aws.send('logs', 'FilterLogEvents', { logGroupName })) as {
      events: { message: string }[];
    };
    return events.map(({ message }) => message);
  };
  return { ...aws, sendTo: aws.send, send, allow, createFunction, invoke, logged };
}

const statements = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
