import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { events } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('events', operation, input);
const BUS = `arn:aws:events:${TEST_REGION}:${TEST_ACCOUNT}:event-bus/default`;
const ARCHIVE = BUS.replace('event-bus/default', 'archive/evidence');

async function put(Source: string) {
  await send('PutEvents', { Entries: [{ Source, DetailType: 'd', Detail: '{}' }] });
  await aws.clock.advance(0);
}

beforeEach(async () => {
  aws = testWorld(events);
  await send('CreateArchive', {
    ArchiveName: 'evidence',
    EventSourceArn: BUS,
    EventPattern: '{"source":["mine"]}',
    RetentionDays: 1,
  });
});

const describeArchive = () => send('DescribeArchive', { ArchiveName: 'evidence' });

test('an archive keeps the events that its pattern matches, for as long as it says', async () => {
  await put('mine');
  await put('other');
  expect(await describeArchive()).toMatchObject({
    ArchiveArn: ARCHIVE,
    EventSourceArn: BUS,
    State: 'ENABLED',
    RetentionDays: 1,
    EventCount: 1,
  });
  await aws.clock.advance(25 * 3_600_000);
  expect(await describeArchive()).toMatchObject({ EventCount: 0 });
});

test('an archive can be narrowed and deleted', async () => {
  await send('UpdateArchive', { ArchiveName: 'evidence', EventPattern: '{"source":["never"]}' });
  await put('mine');
  expect(await describeArchive()).toMatchObject({ EventCount: 0, RetentionDays: 1 });
  await send('DeleteArchive', { ArchiveName: 'evidence' });
  expect(await send('ListArchives')).toMatchObject({ Archives: [] });
  await expect(describeArchive()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
});

test('a replay brings archived events to the rules again, and says that it does', async () => {
  const from = aws.clock.now();
  await put('mine');
  await aws.clock.advance(1000);
  await send('PutRule', { Name: 'r', EventPattern: '{"replay-name":["again"]}' });
  const matched: string[] = [];
  aws.world.on('matched', ({ event }) => matched.push(String(event['replay-name'])));
  await send('StartReplay', {
    ReplayName: 'again',
    EventSourceArn: ARCHIVE,
    EventStartTime: new Date(from),
    EventEndTime: new Date(from + 1000),
    Destination: { Arn: BUS },
  });
  await aws.clock.advance(0);
  expect(matched).toEqual(['again']);
  expect(await describeArchive()).toMatchObject({ EventCount: 1 });
  expect(await send('DescribeReplay', { ReplayName: 'again' })).toMatchObject({ State: 'COMPLETED' });
});

test.each<[string, object, string]>([
  ['a name that is taken', { ArchiveName: 'evidence' }, 'ResourceAlreadyExistsException'],
  ['a bus that is not there', { EventSourceArn: `${BUS}x` }, 'ResourceNotFoundException'],
  ['a pattern that is none', { EventPattern: '{"source":1}' }, 'InvalidEventPatternException'],
  ['a retention below zero', { RetentionDays: -1 }, 'ValidationException'],
])('an archive is refused with %s', async (_, more, code) => {
  await expect(
    send('CreateArchive', { ArchiveName: 'other', EventSourceArn: BUS, ...more }),
  ).rejects.toMatchObject({ code });
});
