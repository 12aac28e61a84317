import {
  DisableMacieCommand,
  EnableMacieCommand,
  GetMacieSessionCommand,
  Macie2Client,
  UpdateMacieSessionCommand,
} from '@aws-sdk/client-macie2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testEndpoint } from '../../endpoint/test-endpoint.ts';
import { macie2 } from './index.ts';

let started: Awaited<ReturnType<typeof testEndpoint>>;
let macie: Macie2Client;
beforeAll(async () => {
  started = await testEndpoint([macie2]);
  macie = new Macie2Client(started.client);
});
afterAll(() => started.endpoint.close());

const session = () => macie.send(new GetMacieSessionCommand());

test('Macie is on once, can be paused, and is off with all it had', async () => {
  await macie.send(new EnableMacieCommand());
  await expect(macie.send(new EnableMacieCommand())).rejects.toMatchObject({ name: 'ConflictException' });
  expect(await session()).toMatchObject({ status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES' });
  await macie.send(new UpdateMacieSessionCommand({ status: 'PAUSED' }));
  expect(await session()).toMatchObject({ status: 'PAUSED', createdAt: new Date(started.clock.now()) });
  await macie.send(new DisableMacieCommand());
  await expect(session()).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'Macie is not enabled.',
  });
});
