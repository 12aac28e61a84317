import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { isLogging, stopLogging } from './guarded-account.ts';
import { episode, type LiveAccount, liveAccount, remember } from './live-account.ts';
import { trailkeeper } from './run-trailkeeper.ts';

/** One account for all: each test leaves the trail as it found it. */
let aws: LiveAccount;

beforeAll(async () => {
  aws = await liveAccount();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const run = (args: readonly string[], input = '') =>
  trailkeeper(args, { input, environment: clientEnvironment(aws, aws.operator) });

const runJson = async (...args: readonly string[]) => {
  const { code, out, err } = await run([...args, '--output', 'json']);
  return { code, err, document: JSON.parse(out) };
};

describe('the command line in a live account', () => {
  it('adopts a trail, shows it, and finds it intact', async () => {
    const adopted = await runJson('baseline', 'adopt', '--yes', '--reason', 'reviewed');
    expect(adopted.document).toMatchObject({
      schema: 'trailkeeper.baseline-change/1',
      result: 'stored',
      version: 1,
    });
    // What is shown before is for people, and leaves standard output to the document.
    expect(adopted.err).toMatch(
      /account 111122223333, eu-central-1, as arn:aws:iam::111122223333:user\/operator/,
    );
    const shown = await run(['baseline', 'show']);
    expect(shown.out).toMatch(/reason +reviewed/);
    expect(await runJson('check')).toMatchObject({
      code: 0,
      document: { schema: 'trailkeeper.check/1', verdict: 'intact' },
    });
  });

  it('imports what it exported', async () => {
    const { out } = await run(['baseline', 'export']);
    expect(JSON.parse(out)).toMatchObject({ schema: 'trailkeeper.baseline/1' });
    const imported = await run(['baseline', 'import', '-', '--dry-run'], out);
    expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/nothing but the version/) });
  });

  it('names the mistakes of a file, and ends with exit code 2', async () => {
    const { code, err } = await run(
      ['baseline', 'import', '-', '--trail', 'main', '--yes'],
      '{"parts":{"bogus":1}}',
    );
    expect(code).toBe(2);
    expect(err).toMatch(/bogus/);
  });

  it('finds a stopped trail with exit code 3, plans, and starts it again', async () => {
    await stopLogging(aws);
    expect(await runJson('check')).toMatchObject({ code: 3, document: { verdict: 'drifted' } });
    expect(await runJson('plan')).toMatchObject({
      code: 3,
      document: { schema: 'trailkeeper.plan/1', trails: [{ steps: [{ call: 'StartLogging' }] }] },
    });
    expect(await runJson('restore', '--yes')).toMatchObject({
      code: 0,
      document: { schema: 'trailkeeper.restore/1', verdict: 'intact' },
    });
    expect(await isLogging(aws)()).toBe(true);
  });

  it('changes nothing when nobody can be asked, nor in a dry run', async () => {
    await stopLogging(aws);
    const unasked = await run(['restore']);
    expect(unasked).toMatchObject({ code: 2, err: expect.stringMatching(/no terminal to ask on.*--yes/) });
    expect((await run(['restore', '--dry-run'])).code).toBe(3);
    expect(await isLogging(aws)()).toBe(false);
    expect((await run(['restore', '--yes'])).out).toMatch(/done +StartLogging.*proven by reading it again/s);
  });

  it('says how every trail is', async () => {
    expect(await runJson('status')).toMatchObject({
      code: 0,
      document: { schema: 'trailkeeper.status/1', trails: [{ name: 'main', light: 'lit' }] },
    });
  });

  it('opens, lists and closes a window', async () => {
    const opened = await runJson('window', 'open', '--for', '30m', '--reason', 'new bucket', '--yes');
    expect(opened.document).toMatchObject({ schema: 'trailkeeper.window-change/1', result: 'opened' });
    expect((await run(['window', 'list'])).out).toMatch(/main +open/);
    expect((await run(['window', 'close', '--yes'])).code).toBe(0);
  });

  it('lists incidents as a table, as JSON and for a spreadsheet', async () => {
    await remember(aws, 'episode', episode().id, episode());
    expect((await run(['incidents', 'list'])).out).toMatch(/cloudtrail\.stop-logging/);
    expect(await runJson('incidents', 'list')).toMatchObject({
      document: { incidents: [{ id: episode().id }] },
    });
    expect((await run(['incidents', 'list', '--output', 'csv'])).out).toMatch(/^id,trail,/);
    expect((await run(['incidents', 'show', episode().id])).out).toMatch(/--gap/);
  });
});

describe('without what it takes to reach an account', () => {
  const BARE = {
    AWS_PROFILE: undefined,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };

  it('says of a profile that is not there nothing but that, whatever the environment holds', async () => {
    const environment = { ...BARE, ...clientEnvironment(aws, aws.operator) };
    const { code, err } = await trailkeeper(['check', '--profile', 'nope'], { environment });
    expect(code).toBe(1);
    expect(err).toMatch(/^No credentials for the profile "nope".*\n$/);
  });

  it.each([
    [{}, /No Region is set.*--region/],
    [{ AWS_REGION: 'eu-central-1' }, /No AWS credentials were found.*--profile/],
  ])('says what is missing, and ends with exit code 1: %j', async (given, sentence) => {
    const { code, err, out } = await trailkeeper(['check'], { environment: { ...BARE, ...given } });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
