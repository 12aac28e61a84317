import { expect, it } from 'vitest';
import { readBatch } from './batch.ts';
import { setAside } from './set-aside.ts';

const SETTINGS = { accountId: '111122223333', partition: 'aws' } as Parameters<typeof readBatch>[1];

const finding = (GeneratorId: string) =>
  JSON.stringify({
    'detail-type': 'Security Hub Findings - Imported',
    source: 'aws.securityhub',
    account: '111122223333',
    detail: { findings: [{ AwsAccountId: '111122223333', GeneratorId, Title: 'x' }] },
  });

/** What lies in the dead-letter queue after a message of that body, and how it ended. */
async function settle(body: string, isBroken = false) {
  const deadLetters: string[] = [];
  const queues = {
    async setAside(text: string) {
      if (isBroken) throw new Error('no queue');
      deadLetters.push(text);
    },
  };
  const [read] = readBatch([{ messageId: '1', receiptHandle: 'r', body }], SETTINGS);
  if (!read) throw new Error('nothing was read');
  return { end: await setAside(read, queues), deadLetters };
}

it('what nobody could use is set aside for people', async () => {
  expect(await settle('{')).toEqual({ end: 'done', deadLetters: ['{'] });
  expect((await settle(finding('someone else'))).deadLetters).toHaveLength(1);
});

it('a finding that the guard made itself is simply done with', async () => {
  expect(await settle(finding('trailkeeper'))).toEqual({ end: 'done', deadLetters: [] });
});

it('what cannot be set aside comes again', async () => {
  expect((await settle('{', true)).end).toBe('failed');
});
