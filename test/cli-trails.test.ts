import { PutEventSelectorsCommand, UpdateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { DeleteParametersCommand, GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeBaselineStore } from '../src/aws/baseline-store.ts';
import { makeWindowWriter } from '../src/aws/window-store.ts';
import { chooseTrail } from '../src/cli/live/choose-trail.ts';
import { checkTrails } from '../src/cli/trails/check.ts';
import { checkLines } from '../src/cli/trails/check-lines.ts';
import { planTrails } from '../src/cli/trails/plan.ts';
import { planLines } from '../src/cli/trails/plan-lines.ts';
import { restoreTrails } from '../src/cli/trails/restore.ts';
import { readStatus } from '../src/cli/trails/status.ts';
import { statusLines } from '../src/cli/trails/status-lines.ts';
import { EXIT_OF } from '../src/cli/trails/verdict.ts';
import type { Baseline } from '../src/domain/baseline/baseline.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { createLoggingTrail, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, REGION } from '../src/local/run/start.ts';
import { clientConfig, isLogging, stopLogging } from './guarded-account.ts';
import { approveToday, episode, type LiveAccount, liveAccount, remember } from './live-account.ts';

let aws: LiveAccount | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
  aws = undefined;
});

/** An account whose `main` is approved as it is. */
async function approvedAccount(parameters?: Readonly<Record<string, string>>, fields?: Partial<Baseline>) {
  const account = await liveAccount(parameters);
  aws = account;
  const live = await account.connect();
  const baseline = await approveToday(live, fields);
  return { account, live, baseline };
}

const weaken = (account: LiveAccount) =>
  clientsOf(account, account.attacker).cloudTrail.send(
    new UpdateTrailCommand({ Name: 'main', IsMultiRegionTrail: false }),
  );

const pathsOf = (trails: readonly { readonly drifts: readonly { readonly path: string }[] }[]) =>
  trails.flatMap(({ drifts }) => drifts.map(({ path }) => path));

describe('check', () => {
  it('finds an approved trail intact', async () => {
    const { live } = await approvedAccount();
    const { verdict, trails } = await checkTrails(live, undefined);
    expect(trails).toMatchObject([{ name: 'main', verdict: 'intact', baseline: { version: 1 }, drifts: [] }]);
    expect(EXIT_OF[verdict]).toBe(0);
  });

  it('names what is weaker, and who did it', async () => {
    const { account, live } = await approvedAccount();
    await weaken(account);
    await stopLogging(account);
    const document = await checkTrails(live, 'main');
    expect(pathsOf(document.trails)).toEqual(['status.IsLogging', 'trail.IsMultiRegionTrail']);
    expect(document.trails[0]?.calls.map(({ by }) => by)).toEqual(['mallory', 'mallory']);
    expect(EXIT_OF[document.verdict]).toBe(3);
    const lines = checkLines(document, live);
    expect(lines.join('\n')).toMatch(/weaker +trail\.IsMultiRegionTrail.*must be true, is false/s);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('tells what is stronger, and is content', async () => {
    const { account, live } = await approvedAccount();
    await clientsOf(account, account.operator).s3.send(
      new PutBucketVersioningCommand({
        Bucket: `trail-logs-main-${ACCOUNT_ID}`,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    const { verdict, trails } = await checkTrails(live, undefined);
    expect(trails[0]?.drifts).toMatchObject([{ class: 'stronger', path: 'bucket.versioning.Status' }]);
    expect(EXIT_OF[verdict]).toBe(0);
  });

  it('changes nothing, also not where the baseline’s own mode is restore, and no more does plan', async () => {
    const { account, live } = await approvedAccount({}, { mode: 'restore' });
    await weaken(account);
    await stopLogging(account);
    const operations: string[] = [];
    account.world.on('call', ({ operation }) => operations.push(operation));
    await checkTrails(live, undefined);
    await planTrails(live, undefined);
    expect(operations.filter((name) => !/^(Get|Describe|List|Lookup|Query)/.test(name))).toEqual([]);
    expect(await isLogging(account)()).toBe(false);
  });

  it('says which trails there are when there is none of the name', async () => {
    aws = await liveAccount();
    const live = await aws.connect();
    await expect(checkTrails(live, 'bogus')).rejects.toThrow(/no trail "bogus".*there are: main/);
    await expect(checkTrails(live, 'arn:aws:s3:::main')).rejects.toThrow(/no ARN of a trail/);
  });

  it('says that no guard is deployed, and takes what is stored as approved', async () => {
    aws = await liveAccount(null);
    const live = await aws.connect();
    await approveToday(live);
    const document = await checkTrails(live, undefined);
    expect(document).toMatchObject({
      guard: null,
      trails: [{ verdict: 'intact', baseline: { version: 1 } }],
    });
    expect(checkLines(document, live).join('\n')).toMatch(/none: no stack trailkeeper here/);
  });

  it('does not fall back to the defaults when the stack was named', async () => {
    aws = await liveAccount(null);
    await expect(aws.connect('operator', { stack: 'typo' })).rejects.toThrow(/no stack "typo"/);
  });

  it('compares nothing where no trail is guarded, and does not call that good', async () => {
    aws = await liveAccount({ Trail1: 'another' });
    const document = await checkTrails(await aws.connect(), undefined);
    expect(document.trails).toMatchObject([
      { verdict: 'not-guarded', because: expect.stringMatching(/other trails/) },
    ]);
    expect(EXIT_OF[document.verdict]).toBe(1);
  });

  it('tells a baseline that somebody unapproved wrote', async () => {
    const { account, live, baseline } = await approvedAccount();
    const attacker = await account.connect('attacker');
    const parts = { ...baseline.parts, trail: { ...baseline.parts.trail, IsMultiRegionTrail: false } };
    await makeBaselineStore(attacker.connection).write({ ...baseline, version: 2, parts });
    const document = await checkTrails(live, undefined);
    expect(document.baselineIncidents).toMatchObject([
      { event: 'tampered', by: expect.stringMatching(/mallory/) },
    ]);
    expect(document.trails[0]?.baseline?.version).toBe(1);
    expect(EXIT_OF[document.verdict]).toBe(3);
    expect(checkLines(document, live).join('\n')).toMatch(/BASELINE TAMPERED.*Version 1 rules/s);
  });

  it('notices by the ledger that a stored baseline is gone', async () => {
    const { account, live, baseline } = await approvedAccount();
    await remember(account, 'baseline', TRAIL_ARN, baseline);
    const ssm = new SSMClient(clientConfig(account));
    const { Parameters = [] } = await ssm.send(
      new GetParametersByPathCommand({ Path: '/trailkeeper/baseline', Recursive: true }),
    );
    await ssm.send(new DeleteParametersCommand({ Names: Parameters.map(({ Name = '' }) => Name) }));
    await weaken(account);
    const { trails, baselineIncidents } = await checkTrails(live, undefined);
    expect(baselineIncidents).toMatchObject([{ event: 'missing' }]);
    expect(pathsOf(trails)).toEqual(['trail.IsMultiRegionTrail']);
  });
});

describe('plan', () => {
  it('shows each call, and whether the guard makes it by itself', async () => {
    const { account, live } = await approvedAccount();
    await clientsOf(account, account.attacker).cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'main',
        EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] }],
      }),
    );
    const document = await planTrails(live, undefined);
    expect(document.trails[0]?.steps).toMatchObject([
      { call: 'PutEventSelectors', tier: 'trail', region: REGION, notByGuard: null },
    ]);
    expect(planLines(document, live).join('\n')).toMatch(/the guard does it by itself/);
  });

  it.each([
    [{ Mode: 'notify' }, /mode is notify/],
    [{ RestoreScope: 'logging' }, /beyond RestoreScope logging/],
  ])('says why the guard does not: %j', async (parameters, why) => {
    const { account, live } = await approvedAccount(parameters);
    await weaken(account);
    const { trails } = await planTrails(live, undefined);
    expect(trails[0]?.steps.map(({ notByGuard }) => notByGuard)).toEqual([expect.stringMatching(why)]);
  });
});

describe('restore', () => {
  it('puts everything back with the caller’s rights, and proves it', async () => {
    const { account, live } = await approvedAccount();
    await weaken(account);
    await stopLogging(account);
    const document = await restoreTrails(live, undefined, []);
    expect(document).toMatchObject({
      verdict: 'intact',
      trails: [{ drifts: [], isLogging: true, steps: [{ call: 'UpdateTrail' }, { call: 'StartLogging' }] }],
    });
    expect(await isLogging(account)()).toBe(true);
    expect((await checkTrails(live, undefined)).verdict).toBe('intact');
  });

  it('puts back what an owner only wants to be told of, because a person asks for it', async () => {
    const { account, live } = await approvedAccount({ Mode: 'notify' }, { mode: 'notify' });
    await stopLogging(account);
    await restoreTrails(live, undefined, []);
    expect(await isLogging(account)()).toBe(true);
  });

  it('leaves settings alone while a window is open, and says so', async () => {
    const { account, live } = await approvedAccount();
    await makeWindowWriter(live.connection).open(
      { name: 'main', homeRegion: REGION },
      {
        schema: 'trailkeeper.window/1',
        trailArn: TRAIL_ARN,
        until: new Date(Date.now() + 3_600_000).toISOString(),
        reason: 'new bucket',
        coversStopLogging: false,
      },
    );
    await weaken(account);
    await stopLogging(account);
    const { trails } = await restoreTrails(live, undefined, []);
    expect(trails[0]).toMatchObject({
      isLogging: true,
      heldBack: expect.stringMatching(/window is open/),
      drifts: [{ path: 'trail.IsMultiRegionTrail' }],
    });
  });

  it('touches no other trail than the one that was named', async () => {
    const { account, live } = await approvedAccount();
    await createLoggingTrail(account, 'other');
    const other = TRAIL_ARN.replace(/main$/, 'other');
    await stopLogging(account);
    await stopLogging(account, other);
    await restoreTrails(live, await chooseTrail('main', live), []);
    expect([await isLogging(account)(), await isLogging(account, other)()]).toEqual([true, false]);
  });
});

describe('status', () => {
  it('is a line a trail: lit or not, who approved it, and its last incident', async () => {
    const { account, live } = await approvedAccount();
    await remember(account, 'episode', 'main-20261121T090000Z', episode());
    await stopLogging(account);
    const document = await readStatus(live);
    expect(document.trails).toMatchObject([
      {
        light: 'dark',
        guarded: true,
        baseline: { version: 1 },
        lastIncident: { id: 'main-20261121T090000Z' },
      },
    ]);
    const lines = statusLines(document, live);
    expect(lines.join('\n')).toMatch(
      /^main +dark +yes +1 by operator.*\n +incident +main-20261121T090000Z, lit$/m,
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('says why a trail is not guarded, and how it is all the same', async () => {
    aws = await liveAccount({ Trail1: 'another' });
    const live = await aws.connect();
    const document = await readStatus(live);
    expect(document.trails).toMatchObject([{ light: 'lit', guarded: false }]);
    expect(statusLines(document, live).join('\n')).toMatch(
      /not guarded: the guard’s parameters name other trails/,
    );
  });
});
