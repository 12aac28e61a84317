import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { Clock } from '../domain/ports.ts';
import { readRecord } from '../signals/read-record.ts';
import { FastPath } from './fast-path.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main';
const OPERATOR = 'arn:aws:iam::111122223333:role/operator';
const WINDOW = {
  schema: 'trailkeeper.window/1',
  trailArn: ARN,
  until: '2026-11-21T10:00:00Z',
  reason: 'we move the bucket',
  coversStopLogging: true,
};

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
});

/** What Parameter Store knows of the trail's window: its text, nothing, or no answer at all. */
type Store = object | 'nothing' | 'silence';

interface Account {
  readonly store: Store;
  readonly writer?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A fast path in an account with one trail, and what reached AWS. No time passes but what the fast path waits out. */
async function start({ store, writer = OPERATOR, settings = {} }: Account) {
  const started: unknown[] = [];
  const answers: Readonly<Record<string, (input: { Name?: string }) => object | null>> = {
    'CloudTrail_20131101.DescribeTrails': () => ({
      trailList: [{ Name: 'main', TrailARN: ARN, HomeRegion: 'eu-central-1' }],
    }),
    'CloudTrail_20131101.StartLogging': ({ Name }) => {
      started.push(Name);
      return {};
    },
    'AmazonSSM.GetParameterHistory': ({ Name }) => {
      if (store === 'silence') return null;
      if (store === 'nothing' || Name !== '/trailkeeper/window/eu-central-1/main') return { Parameters: [] };
      const LastModifiedDate = NOW / 1000 - 60;
      const Value = JSON.stringify(store);
      return { Parameters: [{ Version: 1, Value, LastModifiedDate, LastModifiedUser: writer }] };
    },
    'AmazonSSM.GetParametersByPath': () => ({ Parameters: [] }),
  };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = answers[String(request.headers['x-amz-target'])]?.(JSON.parse(body));
      if (answer) response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  const config = readConfig({
    AWS_REGION: 'eu-central-1',
    TRAILKEEPER_ACCOUNT_ID: '111122223333',
    TRAILKEEPER_PARTITION: 'aws',
    TRAILKEEPER_MODE: 'restore',
    TRAILKEEPER_RESTORE_SCOPE: 'trail',
    TRAILKEEPER_APPROVED_PRINCIPALS: OPERATOR,
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
    ...settings,
  });
  // A store that is silent is waited for until its time is up; one that answers is never given up.
  const clock: Clock = {
    now: () => NOW,
    sleep: () => (store === 'silence' ? Promise.resolve() : new Promise(() => {})),
  };
  return { fastPath: new FastPath(config, clock), started };
}

function stop(changed: object = {}) {
  const call = readRecord({
    eventID: 'e-1',
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    awsRegion: 'eu-central-1',
    recipientAccountId: '111122223333',
    requestParameters: { name: 'main' },
    ...changed,
  });
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return call;
}

describe('the fast path', () => {
  it('starts a known trail that was stopped, by the ARN that CloudTrail told', async () => {
    const { fastPath, started } = await start({ store: 'nothing' });
    const steps = await fastPath.restart([stop()]);
    expect(started).toEqual([ARN]);
    expect(steps).toMatchObject([{ call: 'StartLogging', trailArn: ARN, result: 'done', at: NOW }]);
  });

  it('starts a trail of the organization that its owner named by ARN, which no listing of own trails shows', async () => {
    const organization = ARN.replace('111122223333', '444455556666');
    const stopped = stop({ requestParameters: { name: organization } });
    for (const [trails, expected] of [
      [organization, [organization]],
      ['main', []],
    ] as const) {
      const { fastPath, started } = await start({
        store: 'nothing',
        settings: { TRAILKEEPER_TRAILS: trails },
      });
      await fastPath.restart([stopped]);
      expect(started).toEqual(expected);
    }
  });

  it.each([
    ['of an unknown trail', stop({ requestParameters: { name: 'other' } })],
    ['that failed', stop({ errorCode: 'AccessDenied' })],
  ])('leaves a stop %s alone', async (_, call) => {
    const { fastPath, started } = await start({ store: 'nothing' });
    expect(await fastPath.restart([call])).toEqual([]);
    expect(started).toEqual([]);
  });

  it('starts nothing in mode notify', async () => {
    const { fastPath, started } = await start({ store: 'nothing', settings: { TRAILKEEPER_MODE: 'notify' } });
    await fastPath.restart([stop()]);
    expect(started).toEqual([]);
  });

  it('leaves a trail off for which an open window names StopLogging', async () => {
    const { fastPath, started } = await start({ store: WINDOW });
    expect(await fastPath.restart([stop()])).toEqual([]);
    expect(started).toEqual([]);
  });

  it.each([
    ['that does not name StopLogging', { ...WINDOW, coversStopLogging: false }, OPERATOR],
    ['that is over', { ...WINDOW, until: '2026-11-21T08:59:00Z' }, OPERATOR],
    ['of another trail', { ...WINDOW, trailArn: `${ARN}2` }, OPERATOR],
    ['that is none', { stop: true }, OPERATOR],
    ['by somebody who is not approved', WINDOW, 'arn:aws:iam::111122223333:role/mallory'],
  ])('starts a trail in spite of a window %s', async (_, store, writer) => {
    const { fastPath, started } = await start({ store, writer });
    await fastPath.restart([stop()]);
    expect(started).toEqual([ARN]);
  });

  it('starts a trail when the store of windows does not answer in time', async () => {
    const { fastPath, started } = await start({ store: 'silence' });
    await fastPath.restart([stop()]);
    expect(started).toEqual([ARN]);
  });

  it('starts a trail at once where nobody may open a window', async () => {
    const settings = { TRAILKEEPER_APPROVED_PRINCIPALS: '' };
    const { fastPath, started } = await start({ store: WINDOW, settings });
    await fastPath.restart([stop()]);
    expect(started).toEqual([ARN]);
  });
});
