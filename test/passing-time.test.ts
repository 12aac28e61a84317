import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { connect } from '../src/local/run/attacks/connect.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { createLoggingTrail, deployGuard } from '../src/local/run/prepare.ts';
import { type EmbeddedAws, startEmbeddedAws } from '../src/local/run/start.ts';
import { PassingTime } from './passing-time.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');

const time = new PassingTime();
let aws: EmbeddedAws | undefined;

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
