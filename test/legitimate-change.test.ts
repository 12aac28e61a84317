import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { type Clients, connect } from '../src/local/run/attacks/connect.ts';
import { settle } from '../src/local/run/attacks/settle.ts';
import { confirmSubscription, createLoggingTrail, deployGuard, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, startEmbeddedAws } from '../src/local/run/start.ts';
import { mails } from './guarded-account.ts';
import { PassingTime } from './passing-time.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');
const SWEEP = 5;

let aws: EmbeddedAws;
let time: PassingTime;
let operator: Clients;
let mallory: Clients;

beforeEach(async () => {
  time = new PassingTime();
  aws = await startEmbeddedAws({ quotas: false, clock: time.clock });
  [operator, mallory] = [connect(aws, aws.operator), connect(aws, aws.attacker)];
  await createLoggingTrail(aws);
  await deployGuard(aws, time.inWorldsTime(TEMPLATE), {
    SecurityContactEmail: 'security@example.com',
    ApprovedPrincipals: `arn:aws:iam::${ACCOUNT_ID}:user/operator`,
  });
  await confirmSubscription(aws);
  await time.passAtOnce(aws, SWEEP, SWEEP);
});

afterEach(async () => {
  await aws.close();
  time.end();
});

const subjectsWith = (words: RegExp) =>
  mails(aws).flatMap(({ subject }) => (words.test(subject) ? subject : []));
const trailNames = async () => {
  const { trailList } = await operator.cloudtrail('DescribeTrails');
  return (trailList as readonly { readonly Name: string }[]).map(({ Name }) => Name);
};
const isMultiRegion = async () => {
  const { Trail } = await operator.cloudtrail('GetTrail', { Name: TRAIL_ARN });
  return (Trail as { readonly IsMultiRegionTrail: boolean }).IsMultiRegionTrail;
};

describe('a tool that replaces a trail', () => {
  /** As CloudFormation and Terraform do it when a trail's name changes. */
  async function replace(by: 'operator' | 'attacker'): Promise<void> {
    await connect(aws, aws[by]).cloudtrail('DeleteTrail', { Name: TRAIL_ARN });
    await createLoggingTrail({ ...aws, operator: aws[by] }, 'replacement');
    await settle(aws);
  }

  it('ends with one trail when its principal is approved', async () => {
    await replace('operator');
    await time.passAtOnce(aws, SWEEP, SWEEP, SWEEP, SWEEP, SWEEP);
    expect(await trailNames()).toEqual(['replacement']);
    expect(subjectsWith(/NOT GUARDED ANY MORE, trail main: "operator"/)).toHaveLength(1);
    expect(subjectsWith(/DARK|again/)).toEqual([]);
  });

  it('ends with the deleted trail back when it is not', async () => {
    await replace('attacker');
    await time.passAtOnce(aws, SWEEP);
    expect((await trailNames()).toSorted()).toEqual(['main', 'replacement']);
    expect(subjectsWith(/trail main/)).toEqual([
      expect.stringMatching(/"mallory" deleted the trail, created again and logging/),
    ]);
  });
});

describe('a trail that is first seen after the deployment', () => {
  beforeEach(async () => {
    await createLoggingTrail(aws, 'later');
    await time.passAtOnce(aws, SWEEP);
  });

  it('is kept logging, its settings are its owner’s, and it is never made again', async () => {
    await mallory.cloudtrail('StopLogging', { Name: 'later' });
    await settle(aws);
    expect(await operator.cloudtrail('GetTrailStatus', { Name: 'later' })).toMatchObject({ IsLogging: true });
    await mallory.cloudtrail('UpdateTrail', { Name: 'later', IsMultiRegionTrail: false });
    await time.passAtOnce(aws, SWEEP);
    expect(await operator.cloudtrail('GetTrail', { Name: 'later' })).toMatchObject({
      Trail: { IsMultiRegionTrail: false },
    });
    await mallory.cloudtrail('DeleteTrail', { Name: 'later' });
    await time.passAtOnce(aws, SWEEP, SWEEP);
    expect(await trailNames()).toEqual(['main']);
    expect(subjectsWith(/not approved yet/)).toHaveLength(1);
    expect(subjectsWith(/"mallory" stopped logging, logging again/)).toHaveLength(1);
    expect(subjectsWith(/"mallory" deleted the trail, not put back/)).toHaveLength(1);
  });
});

describe('a change of settings', () => {
  it('by an approved principal moves the baseline, is told, and is not undone', async () => {
    await operator.cloudtrail('UpdateTrail', { Name: TRAIL_ARN, IsMultiRegionTrail: false });
    await time.passAtOnce(aws, SWEEP, SWEEP, SWEEP, SWEEP);
    expect(await isMultiRegion()).toBe(false);
    expect(subjectsWith(/trail main/)).toEqual([
      expect.stringMatching(/changed, and so approved, by "operator", version 2 rules/),
    ]);
    await mallory.cloudtrail('UpdateTrail', { Name: TRAIL_ARN, EnableLogFileValidation: false });
    await settle(aws);
    expect(await operator.cloudtrail('GetTrail', { Name: TRAIL_ARN })).toMatchObject({
      Trail: { IsMultiRegionTrail: false, LogFileValidationEnabled: true },
    });
  });

  it('that something makes again and again is put back at sweeps only, after five times, and that is told', async () => {
    for (let fight = 0; fight < 6; fight++) {
      await mallory.cloudtrail('UpdateTrail', { Name: TRAIL_ARN, IsMultiRegionTrail: false });
      await settle(aws);
    }
    expect(await isMultiRegion()).toBe(false);
    await mallory.cloudtrail('StopLogging', { Name: TRAIL_ARN });
    await settle(aws);
    expect(await operator.cloudtrail('GetTrailStatus', { Name: TRAIL_ARN })).toMatchObject({
      IsLogging: true,
    });
    await time.passAtOnce(aws, SWEEP);
    expect(await isMultiRegion()).toBe(true);
    expect(mails(aws).some(({ body }) => /five\s+times\s+in\s+ten\s+minutes/.test(body))).toBe(true);
  });
});
