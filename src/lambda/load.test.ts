import { expect, it, vi } from 'vitest';
import { buildFunction } from '../../scripts/build.ts';

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  TRAILKEEPER_ACCOUNT_ID: '111122223333',
  TRAILKEEPER_PARTITION: 'aws',
  TRAILKEEPER_MODE: 'restore',
  TRAILKEEPER_RESTORE_SCOPE: 'trail',
  TRAILKEEPER_APPROVED_PRINCIPALS: '',
  TRAILKEEPER_SWEEP_MINUTES: '5',
  TRAILKEEPER_NOTIFY_ON: 'all',
  TRAILKEEPER_NOTIFY_ATTEMPTS: 'true',
  TRAILKEEPER_IMPORT_FINDINGS: 'false',
  TRAILKEEPER_NOTE_ON_FINDINGS: 'false',
  TRAILKEEPER_ROLE_ARN: 'arn:aws:iam::111122223333:role/guard',
  TRAILKEEPER_TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:alerts',
  TRAILKEEPER_LEDGER_TABLE: 'ledger',
  TRAILKEEPER_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/111122223333/queue',
  TRAILKEEPER_DEAD_LETTER_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/111122223333/dead',
  TRAILKEEPER_STACK_ID: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/guard/1',
};

it('at load the function runs nothing but its fast path: no SDK, and none of what a full pass needs', async () => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
  const required: string[] = [];
  const built = { exports: {} as { handler?: unknown } };
  const require = (name: string) => {
    required.push(name);
    return process.getBuiltinModule(name);
  };
  const code = await buildFunction();
  new Function('module', 'exports', 'require', code)(built, built.exports, require);
  vi.unstubAllEnvs();
  expect(built.exports.handler).toBeTypeOf('function');
  expect([...required].sort()).toEqual(['node:crypto', 'node:http', 'node:https']);
  // That the whole of it was looked at: a full pass unpacks baselines.
  expect(code).toContain('require("node:zlib")');
});
