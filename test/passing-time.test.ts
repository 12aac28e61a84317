import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { connect } from '../src/local/run/attacks/connect.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { confirmSubscription, createLoggingTrail, deployGuard, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { type EmbeddedAws, startEmbeddedAws } from '../src/local/run/start.ts';
import { PassingTime } from './passing-time.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');

let time: PassingTime;
let aws: EmbeddedAws | undefined;

beforeEach(() => {
  time = new PassingTime();
});

afterEach(async () => {
  await aws?.close();
  time.end();
});

it('a refused call is sent once, by the guard and by people, however much time has passed in the world', async () => {
  aws = await startEmbeddedAws({ quotas: false, clock: time.clock });
  await createLoggingTrail(aws);
  await deployGuard(aws, time.inWorldsTime(TEMPLATE));
  await settle(aws);
  await time.passAtOnce(aws, 5, 30);
  const refused: string[] = [];
  aws.world.on('call', ({ operation, error }) => error && refused.push(operation));
  await sweep(aws);
  // The bucket has none.
  expect(refused.filter((operation) => operation === 'GetBucketLifecycleConfiguration')).toHaveLength(1);
  const { cloudtrail } = connect(aws, aws.attacker);
  await expect(cloudtrail('StopLogging', { Name: 'nobodys' })).rejects.toThrow('Unknown trail');
  expect(refused.filter((operation) => operation === 'StopLogging')).toHaveLength(1);
});

it('what was done in any Region while a trail was dark is told as soon as event history has it', async () => {
  aws = await startEmbeddedAws({ quotas: false, clock: time.clock });
  await createLoggingTrail(aws);
  const { cloudtrail } = connect(aws, aws.operator);
  await cloudtrail('UpdateTrail', { Name: TRAIL_ARN, IsMultiRegionTrail: true });
  await deployGuard(aws, time.inWorldsTime(TEMPLATE), {
    SecurityContactEmail: 'security@example.com',
    Mode: 'notify',
  });
  await confirmSubscription(aws);
  await settle(aws);
  const attacker = connect(aws, aws.attacker);
  await attacker.cloudtrail('StopLogging', { Name: TRAIL_ARN });
  const { TopicArn } = await attacker.sns('CreateTopic', { Name: 'theirs' }, 'ap-southeast-2');
  await attacker.sns('DeleteTopic', { TopicArn }, 'ap-southeast-2');
  await settle(aws);
  await time.passAtOnce(aws, 1);
  await cloudtrail('StartLogging', { Name: TRAIL_ARN });
  await sweep(aws);
  await time.passAtOnce(aws, 10, 10);
  await sweep(aws);
  const inTheDark = aws.readInbox().filter(({ subject }) => subject.includes('IN THE DARK'));
  expect(inTheDark).toHaveLength(1);
  expect(inTheDark[0]?.body).toMatch(/DeleteTopic of sns in\s+ap-southeast-2/);
});
