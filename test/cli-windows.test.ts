import { afterEach, describe, expect, it, vi } from 'vitest';
import { close } from '../src/cli/window/close.ts';
import { listWindows } from '../src/cli/window/list.ts';
import { type OpenFlags, open } from '../src/cli/window/open.ts';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { type LiveAccount, liveAccount, OPERATOR } from './live-account.ts';

let aws: LiveAccount | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await aws?.close();
  aws = undefined;
});

const FLAGS: OpenFlags = {
  output: 'json',
  yes: true,
  dryRun: false,
  for: 4 * 3_600_000,
  reason: 'new bucket',
  coversStopLogging: false,
  evenThoughUnapproved: false,
};

/** Starts an account whose environment is the user's, and lets nothing be printed. */
async function start(who: 'operator' | 'attacker' = 'operator') {
  aws = await liveAccount();
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
  return { live: await aws.connect(who), account: aws };
}

describe('a maintenance window', () => {
  it('is open for the guard, also for the longest time', async () => {
    const { live } = await start();
    await open(FLAGS);
    expect(await listWindows(live)).toMatchObject([
      { trail: TRAIL_ARN, state: 'open', by: OPERATOR, reason: 'new bucket', coversStopLogging: false },
    ]);
  });

  it('can be closed before its time, and is gone then', async () => {
    const { live } = await start();
    await open(FLAGS);
    await close({ output: 'json', yes: true, dryRun: false });
    expect(await listWindows(live)).toEqual([]);
    await expect(close({ output: 'json', yes: true, dryRun: false })).rejects.toThrow(
      /No maintenance window/,
    );
  });

  it('names StopLogging only when its opener did', async () => {
    const { live } = await start();
    await open({ ...FLAGS, coversStopLogging: true });
    expect(await listWindows(live)).toMatchObject([{ coversStopLogging: true }]);
  });

  it('is not opened without a reason, by nobody approved, or in a dry run', async () => {
    const { live } = await start('attacker');
    await expect(open({ ...FLAGS, reason: ' ' })).rejects.toThrow(/--reason/);
    await expect(open(FLAGS)).rejects.toThrow(/none of the guard’s approved principals/);
    await open({ ...FLAGS, dryRun: true });
    expect(await listWindows(live)).toEqual([]);
  });

  it('of somebody unapproved is listed as one that does not count', async () => {
    const { account } = await start('attacker');
    await open({ ...FLAGS, evenThoughUnapproved: true });
    expect(await listWindows(await account.connect())).toMatchObject([
      {
        state: 'refused',
        why: expect.stringMatching(/no approved principal/),
        by: expect.stringMatching(/mallory/),
      },
    ]);
  });
});
