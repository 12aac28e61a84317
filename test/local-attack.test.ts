import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { readTrailNames } from '../src/local/run/read-world.ts';
import { trailkeeper } from './run-trailkeeper.ts';

/** One world for all, as somebody keeps it in another terminal: each attack is over before the next one begins. */
let local: ChildProcess;
let port: string;

beforeAll(async () => {
  const main = inRoot('dist/cli/main.js');
  local = spawn(process.execPath, [main, 'local', '--port', '0', '--no-quotas', '--output', 'json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: local.stdout as NonNullable<ChildProcess['stdout']> });
  const [first] = await once(lines, 'line');
  port = new URL(JSON.parse(String(first)).environment.AWS_ENDPOINT_URL).port;
});

afterAll(async () => {
  local.kill('SIGTERM');
  expect(await once(local, 'exit')).toEqual([0, null]);
});

const attack = (...args: readonly string[]) => trailkeeper(['local', 'attack', ...args, '--port', port]);

const attackJson = async (...args: readonly string[]) => {
  const { code, out } = await attack(...args, '--output', 'json');
  return { code, document: JSON.parse(out) };
};

describe('local attack', () => {
  it('lists every attack there is, by name', async () => {
    const { code, out } = await attack('--list');
    expect(code).toBe(0);
    const listed = out.split('\n').map((line) => line.split(/ {2,}/)[0]);
    expect(listed).toEqual(expect.arrayContaining(ATTACKS.map(({ name }) => name)));
  });

  it('shows what was called and that it is put back, and ends with 0', async () => {
    const { code, out } = await attack('one-region-only');
    expect(out).toMatch(/^ {2}aws cloudtrail update-trail --name main --no-is-multi-region-trail$/m);
    expect(out).toMatch(/guard +UpdateTrail\n +restored +everything reads as it did before/);
    expect(out).toMatch(/told +\[trailkeeper\] trail main: .*"mallory"/);
    expect(out).toMatch(/weaker for +[\d,]+ ms/);
    expect(code).toBe(0);
  });

  it('is one JSON document for machines', async () => {
    expect(await attackJson('stop-logging')).toMatchObject({
      code: 0,
      document: {
        schema: 'trailkeeper.attack/1',
        catalogue: 'CT-01',
        trail: 'main',
        commands: [{ by: 'mallory', command: expect.stringMatching(/^aws cloudtrail stop-logging --name /) }],
        seenBy: 'event',
        changes: ['StartLogging'],
        isRestored: true,
        wasDark: true,
      },
    });
  });

  it('says what is only told, and undoes it for the next one', async () => {
    const { code, out } = await attack('grant-revoked', '--undo');
    expect(out).toMatch(/guard +changes nothing/);
    expect(out).toMatch(/restored +no: what kms ListGrants answers is not as it was/);
    expect(out).toMatch(/told +\[trailkeeper\] .*trail main: .*changed the grants/);
    expect(code).toBe(0);
  });

  it('says that AWS itself refused', async () => {
    const { code, out } = await attack('other-region');
    expect(out).toMatch(/refused +InvalidHomeRegionException/);
    expect(out).toMatch(/restored +nothing:/);
    expect(code).toBe(0);
  });

  it.each([
    [['organization-left'], /cannot be acted out here: .* trailkeeper demo --scenario organization-left/],
    [['account-closed'], /cannot be acted out here: it is done in the console, there is no API call for it/],
    [['stop-loging'], /no attack "stop-loging"\. Did you mean stop-logging\?.*--list/],
    [[], /Name an attack.*--list/],
    [['stop-logging', '--trail', 'other'], /No trail "other".*there are: main/],
  ])('%j is a mistake of the caller, and nothing is attacked', async (args, sentence) => {
    const { code, out, err } = await attack(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });
});

// The last one, because no guard is left after it.
describe('local attack on a guard that is gone', () => {
  it('ends with 1, because nothing is put back and nobody is told', async () => {
    const { out } = await attack('function-deleted');
    expect(out).toMatch(/told +not yet: it takes about \d+ minutes/);
    expect(await attackJson('delete-trail')).toMatchObject({
      code: 1,
      document: { isRestored: false, isTold: false, changes: [], subjects: [] },
    });
    expect(await readTrailNames(`http://127.0.0.1:${port}`)).toEqual([]);
  });
});
