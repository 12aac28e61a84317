import { PutEventSelectorsCommand, UpdateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { PutPublicAccessBlockCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeBaselineStore } from '../src/aws/baseline-store.ts';
import { type AdoptFlags, adopt, proposeAdoption } from '../src/cli/baseline/adopt.ts';
import { proposeApproval } from '../src/cli/baseline/approve.ts';
import { diffLines, diffTrail } from '../src/cli/baseline/diff.ts';
import { proposeImport } from '../src/cli/baseline/import.ts';
import { readKnownBaseline } from '../src/cli/baseline/known-baseline.ts';
import { proposalLines } from '../src/cli/baseline/proposal-lines.ts';
import { showLines } from '../src/cli/baseline/show.ts';
import { storeProposal } from '../src/cli/baseline/store-proposal.ts';
import { chooseTrail } from '../src/cli/live/choose-trail.ts';
import type { Live } from '../src/cli/live/connect.ts';
import { whyUnapproved } from '../src/cli/live/require-approved.ts';
import type { Baseline } from '../src/domain/baseline/baseline.ts';
import { diffBaselines } from '../src/domain/baseline/baseline-diff.ts';
import { exportBaseline } from '../src/domain/baseline/baseline-import.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, REGION } from '../src/local/run/start.ts';
import { stopLogging } from './guarded-account.ts';
import { approveToday, episode, type LiveAccount, liveAccount, OPERATOR, remember } from './live-account.ts';

let aws: LiveAccount | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await aws?.close();
  aws = undefined;
});

const FLAGS: AdoptFlags = {
  output: 'json',
  yes: true,
  dryRun: false,
  evenThoughUnapproved: false,
  evenThoughWeak: false,
};

async function start(parameters?: Readonly<Record<string, string>>) {
  const account = await liveAccount(parameters);
  aws = account;
  const live = await account.connect();
  return { account, live, trail: await chooseTrail('main', live) };
}

/** What a verb wrote to standard output. */
function listen(): () => string {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  return () => written.join('');
}

const readStored = async (live: Live) => {
  const stored = await makeBaselineStore(live.connection).read({ name: 'main', homeRegion: REGION });
  return stored && 'baseline' in stored.content ? stored.content.baseline : undefined;
};

const openBucket = (account: LiveAccount) =>
  clientsOf(account, account.attacker).s3.send(
    new PutPublicAccessBlockCommand({
      Bucket: `trail-logs-main-${ACCOUNT_ID}`,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: false,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: true,
      },
    }),
  );

/** Takes only events of that name which do not bear it. */
const NOTHING_AT_ALL = {
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
    { Field: 'eventName', Equals: ['GetObject'], NotEquals: ['GetObject'] },
  ],
};

describe('adopt', () => {
  it('makes today’s state the first version, approved by the caller as AWS names them', async () => {
    const { live } = await start();
    const output = listen();
    await adopt({ ...FLAGS, reason: 'reviewed' });
    expect(JSON.parse(output())).toMatchObject({ schema: 'trailkeeper.baseline-change/1', version: 1 });
    const stored = await readStored(live);
    expect(stored).toMatchObject({
      version: 1,
      approval: { how: 'adopt', by: OPERATOR, reason: 'reviewed' },
    });
    expect(stored?.parts.trail.IsMultiRegionTrail).toBe(true);
  });

  it('shows what looks weak, and what could not be read', async () => {
    const { live, trail } = await start();
    const proposal = await proposeAdoption(live, trail, FLAGS);
    const lines = proposalLines(
      { ...proposal, unread: [{ part: 'bucket.policy', reason: 'AccessDenied' }] },
      live,
    ).join('\n');
    expect(lines).toMatch(/weak +bucket\.versioning/);
    expect(lines).toMatch(/unread +bucket\.policy will not be guarded: AccessDenied/);
  });

  it('refuses a trail that does not log, unless it is told to', async () => {
    const { account, live, trail } = await start();
    await stopLogging(account);
    await expect(proposeAdoption(live, trail, FLAGS)).rejects.toThrow(/does not log.*--even-though-weak/);
    const { warnings } = await proposeAdoption(live, trail, { ...FLAGS, evenThoughWeak: true });
    expect(warnings).toEqual([expect.stringMatching(/does not log/)]);
  });

  it('refuses a trail that records nothing, and no flag changes that', async () => {
    const { account, live, trail } = await start();
    await clientsOf(account, account.operator).cloudTrail.send(
      new PutEventSelectorsCommand({ TrailName: 'main', AdvancedEventSelectors: [NOTHING_AT_ALL] }),
    );
    await expect(proposeAdoption(live, trail, FLAGS)).rejects.toThrow(/record nothing/);
    listen();
    const proposal = await proposeAdoption(live, trail, { ...FLAGS, evenThoughWeak: true });
    await expect(storeProposal(live, proposal, FLAGS)).rejects.toThrow(/not stored.*must record something/);
  });

  it('changes nothing in a dry run', async () => {
    const { live } = await start();
    const output = listen();
    await adopt({ ...FLAGS, dryRun: true });
    expect(JSON.parse(output())).toMatchObject({ result: 'dry-run' });
    expect(await readStored(live)).toBeUndefined();
  });

  it('keeps what the owner said of the mode, and follows the version that rules', async () => {
    const { live, trail } = await start();
    await approveToday(live, { mode: 'notify' });
    expect((await proposeAdoption(live, trail, FLAGS)).after).toMatchObject({ version: 2, mode: 'notify' });
  });

  it('gives way to whoever wrote meanwhile', async () => {
    const { live, trail } = await start();
    listen();
    const proposal = await proposeAdoption(live, trail, FLAGS);
    await approveToday(live, { mode: 'restore' });
    await expect(storeProposal(live, proposal, FLAGS)).rejects.toThrow(/Somebody else changed/);
    expect((await readStored(live))?.mode).toBe('restore');
  });
});

describe('who is no approved principal', () => {
  it('is refused, and told how to become one without resetting other parameters', async () => {
    const { account, trail } = await start({ Trail1: 'main' });
    const live = await account.connect('attacker');
    const output = listen();
    const proposal = await proposeAdoption(live, trail, FLAGS);
    await expect(storeProposal(live, proposal, FLAGS)).rejects.toThrow(/take what you write for tampering/);
    expect(output()).toBe('');
    const [command = ''] = ((await whyUnapproved(live)) ?? '').match(/aws cloudformation.*/) ?? [];
    const parameters = JSON.parse(command.match(/'(.*)'/)?.[1] ?? '');
    expect(parameters).toContainEqual({
      ParameterKey: 'ApprovedPrincipals',
      ParameterValue: `${OPERATOR},arn:aws:iam::${ACCOUNT_ID}:user/mallory`,
    });
    expect(parameters).toContainEqual({ ParameterKey: 'Trail1', UsePreviousValue: true });
  });

  it('is everybody where no guard is deployed', async () => {
    aws = await liveAccount(null);
    expect(await whyUnapproved(await aws.connect())).toMatch(/nobody is approved yet/);
  });

  it('may write when it is said twice', async () => {
    const { account, trail } = await start();
    const live = await account.connect('attacker');
    listen();
    const proposal = await proposeAdoption(live, trail, FLAGS);
    expect(await storeProposal(live, proposal, { ...FLAGS, evenThoughUnapproved: true })).toBe(0);
    const { judgement } = await readKnownBaseline(await account.connect(), trail);
    expect(judgement).toMatchObject({ kind: 'tampered', ruling: null });
  });
});

describe('approve', () => {
  const ask = (path: readonly string[]) => ({ path, all: false });

  it('takes over the named difference, and leaves the others what they are', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await openBucket(account);
    const { after } = await proposeApproval(live, trail, ask(['bucket.publicAccessBlock.BlockPublicAcls']));
    expect(after).toMatchObject({ version: 2, approval: { how: 'approve', by: OPERATOR } });
    expect(after.parts['bucket.publicAccessBlock']).toMatchObject({
      BlockPublicAcls: false,
      BlockPublicPolicy: true,
    });
  });

  it('takes a difference that was put back since, as its incident recorded it', async () => {
    const { account, live, trail } = await start();
    const { parts } = await approveToday(live);
    const found = { trail: { ...parts.trail, IsMultiRegionTrail: false } };
    await remember(account, 'episode', 'main-20261121T090000Z', episode({ found }));
    const { after } = await proposeApproval(live, trail, ask(['trail.IsMultiRegionTrail']));
    expect(after.parts.trail).toEqual(found.trail);
  });

  it('does not say that what was put back and nobody named is approved, too', async () => {
    const { account, live, trail } = await start();
    const { parts } = await approveToday(live);
    const found = {
      trail: { ...parts.trail, IsMultiRegionTrail: false, LogFileValidationEnabled: false },
    };
    await remember(account, 'episode', 'main-20261121T090000Z', episode({ found }));
    const { warnings } = await proposeApproval(live, trail, ask(['trail.IsMultiRegionTrail']));
    expect(warnings).toEqual([]);
  });

  it('takes a path for everything below it, and all for everything', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await openBucket(account);
    for (const wanted of [ask(['bucket.publicAccessBlock']), { all: true }]) {
      const { after } = await proposeApproval(live, trail, wanted);
      expect(after.parts['bucket.publicAccessBlock']?.BlockPublicPolicy).toBe(false);
    }
  });

  it('says what is weak in what was not weak before', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await clientsOf(account, account.operator).cloudTrail.send(
      new UpdateTrailCommand({ Name: 'main', IsMultiRegionTrail: false }),
    );
    const { weaknesses } = await proposeApproval(live, trail, ask(['trail.IsMultiRegionTrail']));
    expect(weaknesses.map(({ path }) => path)).toEqual(['trail.IsMultiRegionTrail']);
  });

  it('says what is approved by it, too, where a part is compared by its meaning', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await clientsOf(account, account.operator).cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'main',
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            IncludeManagementEvents: true,
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          },
        ],
      }),
    );
    const { warnings } = await proposeApproval(live, trail, ask(['eventSelectors.management']));
    expect(warnings.join()).toMatch(/also approve: eventSelectors\.data/);
  });

  it('never approves that a trail is off', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await stopLogging(account);
    await expect(proposeApproval(live, trail, ask(['status.IsLogging']))).rejects.toThrow(
      /no baseline can allow/,
    );
  });

  it('says what differs when the path does not', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await openBucket(account);
    const asking = proposeApproval(live, trail, ask(['trail.KmsKeyId']));
    await expect(asking).rejects.toThrow(/nothing that differs.*bucket\.publicAccessBlock\.BlockPublicAcls/);
  });

  it('proposes every difference when none is named, as the mails have it', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await openBucket(account);
    const { known, after } = await proposeApproval(live, trail, ask([]));
    expect(diffBaselines(known.ruling as Baseline, after).map(({ path }) => path)).toEqual([
      'parts.bucket.publicAccessBlock.BlockPublicAcls',
      'parts.bucket.publicAccessBlock.BlockPublicPolicy',
    ]);
  });

  it('says what differs when it is not told what, and nobody is asked', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await openBucket(account);
    await expect(proposeApproval(live, trail, { ...ask([]), yes: true })).rejects.toThrow(
      /--path.*BlockPublicPolicy/,
    );
  });

  it('needs a baseline', async () => {
    const { live, trail } = await start();
    await expect(proposeApproval(live, trail, ask(['tags']))).rejects.toThrow(/baseline adopt/);
  });
});

describe('diff', () => {
  it('shows what differs by its meaning, and what adopting would change beside that', async () => {
    const { account, live, trail } = await start();
    const { parts } = await approveToday(live);
    const { tags: _, ...declared } = parts;
    await makeBaselineStore(live.connection).write({
      ...(await approvedOf(live)),
      version: 2,
      parts: declared,
    });
    await openBucket(account);
    const document = await diffTrail(live, trail);
    expect(document.trail.drifts.map(({ path }) => path)).toEqual([
      'bucket.publicAccessBlock.BlockPublicAcls',
      'bucket.publicAccessBlock.BlockPublicPolicy',
    ]);
    expect(document.alsoChanged).toEqual([{ path: 'parts.tags', before: undefined, after: {} }]);
  });

  it('advises to approve what can be approved, and to put back or retire what cannot', async () => {
    const { account, live, trail } = await start();
    await approveToday(live);
    await stopLogging(account);
    expect(diffLines(await diffTrail(live, trail)).at(-1)).toMatch(/restore --trail main\n.*baseline retire/);
    await openBucket(account);
    expect(diffLines(await diffTrail(live, trail)).at(-1)).toMatch(/baseline approve --trail main --path/);
  });

  async function approvedOf(live: Live) {
    const baseline = await readStored(live);
    if (!baseline) throw new Error('nothing is stored');
    return baseline;
  }
});

describe('import', () => {
  it('takes what export printed, as a new version that the caller approves', async () => {
    const { live } = await start();
    const baseline = await approveToday(live);
    const { after } = await proposeImport(live, exportBaseline(baseline), { reason: 'back' });
    expect(after).toEqual({
      ...baseline,
      version: 2,
      approval: { how: 'import', at: expect.any(String), by: OPERATOR, reason: 'back' },
    });
  });

  it('names every mistake at once', async () => {
    const { live } = await start();
    const text = JSON.stringify({ state: 'on', parts: { trail: { IsMultiRegionTrail: 'yes' }, bogus: 1 } });
    const importing = proposeImport(live, text, { trail: 'main' });
    await expect(importing).rejects.toThrow(/state: must be.*IsMultiRegionTrail: must be.*bogus/s);
  });

  it('says what the guard will do about today’s state', async () => {
    const { live } = await start();
    const text = JSON.stringify({
      parts: {
        trail: {
          S3BucketName: `trail-logs-main-${ACCOUNT_ID}`,
          IsMultiRegionTrail: true,
          KmsKeyId: `arn:aws:kms:${REGION}:${ACCOUNT_ID}:key/k`,
        },
      },
    });
    const { warnings } = await proposeImport(live, text, { trail: 'main' });
    expect(warnings.join()).toMatch(/weaker in: trail\.KmsKeyId.*put that back/);
  });

  it('may come before its trail, and says that the guard will create that', async () => {
    const { live } = await start();
    const arn = TRAIL_ARN.replace(/main$/, 'planned');
    const text = JSON.stringify({ trail: { arn }, parts: { trail: { S3BucketName: 'logs' } } });
    const { after, warnings } = await proposeImport(live, text, {});
    expect(after.trail).toEqual({ name: 'planned', arn, accountId: ACCOUNT_ID, homeRegion: REGION });
    expect(warnings.join()).toMatch(/no such trail now/);
  });
});

describe('show', () => {
  it('says who approved it and who wrote it, and every part', async () => {
    const { live, trail } = await start();
    await approveToday(live);
    const { ruling, judgement } = await readKnownBaseline(live, trail);
    const lines = ruling ? showLines(ruling, judgement, []).join('\n') : '';
    expect(lines).toMatch(/approved +adopted by .*user\/operator/);
    expect(lines).toMatch(/written +by .*user\/operator/);
    for (const part of Object.keys(ruling?.parts ?? {})) expect(lines).toContain(`\n${part}\n`);
  });
});
