import type { Attack } from './attacks/attack.ts';
import { connect } from './attacks/connect.ts';
import type { Performance } from './attacks/perform.ts';
import { differences, readState } from './attacks/read-state.ts';
import { openScene, type Scene, type Stage } from './attacks/scene.ts';
import { watchRunningGuard } from './guard-seen.ts';
import { attackerKeys, operatorKeys, strangerKeys } from './keys.ts';
import { type NotedCall, noteCalls } from './note-calls.ts';

interface Target {
  /** Of the embedded AWS; it runs in another process. */
  readonly url: string;
  /** Name or ARN. */
  readonly trail: string;
}

/** How an attack on a running world went. */
export interface RunningPerformance extends Performance {
  /** What AWS answered when it did not let the attacker do it. */
  readonly refusal: Error | null;
}

/** CloudTrail takes ten reads a second, and the guard needs them. */
const AFTER_READS_MS = 1_100;

/**
 * Acts an attack out against a running world and waits until the guard has done what it does: by its event, then as at a sweep.
 * @param note hears of each call that changes something, before it is sent
 * @throws Error when there is no such trail
 */
export async function attackRunning(
  { url, trail }: Target,
  attack: Attack,
  note: (call: NotedCall, by: 'mallory' | 'stranger') => void,
): Promise<RunningPerformance> {
  const stage: Stage = { url, stranger: strangerKeys };
  const guard = watchRunningGuard(url);
  const operator = await openScene(stage, operatorKeys, { trail });
  await attack.before?.(operator);
  await guard.settle();
  const scene = await openScene(stage, attackerKeys, { trail, lookout: operatorKeys });
  const before = await readState(operator, scene);
  await pause(AFTER_READS_MS);
  await guard.mark();
  const noted: Scene = {
    ...scene,
    ...noteCalls(connect({ url, region: scene.region }, attackerKeys), (call) => note(call, 'mallory')),
    stranger: noteCalls(scene.stranger, (call) => note(call, 'stranger')),
  };
  const { done, refusal } = await attempt(() => attack.act(noted));
  const actedAt = Date.now();
  await guard.settle();
  const byEvent = await guard.look();
  const stillLeft = async () => differences(before, await readState(operator, scene));
  const isSeenByEvent = byEvent.reports.length + byEvent.changes.length > 0;
  // What no event told is for the next sweep, and so is what the guard puts back at sweeps only. A part that cannot be read is told
  // when it could not be read twice.
  for (let sweeps = 0; sweeps < 2 && (await isUnfinished()); sweeps++) {
    await sweep(operator);
    await guard.settle();
  }
  const { changes, reports, mails } = await guard.look();
  const lastAt = changes.at(-1)?.at;
  return {
    isSeenByEvent,
    refusal,
    left: await stillLeft(),
    changes: changes.map(({ call }) => call),
    impairedForMs: lastAt === undefined ? null : Math.max(0, lastAt - actedAt),
    reports,
    mails,
    async undo() {
      await attack.undo?.(operator, done);
      await guard.settle();
    },
  };

  async function isUnfinished(): Promise<boolean> {
    if (refusal) return false;
    return (await guard.look()).reports.length === 0 || (await stillLeft()).length > 0;
  }
}

async function attempt(act: () => Promise<unknown>) {
  try {
    const done = await act();
    // An attack that AWS always refuses answers with the refusal.
    return { done, refusal: done instanceof Error ? done : null };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { done: undefined, refusal: error };
  }
}

/** Runs the guard as its schedule does. One that is gone or throttled sweeps nothing. */
async function sweep({ lambda, guardPart }: Scene): Promise<void> {
  await guardPart('Function')
    .then((FunctionName) => lambda('Invoke', { FunctionName, Payload: Buffer.from('{}') }))
    .catch(isGone);
}

const GONE = /ResourceNotFound|TooManyRequests|ValidationError|has no resource/;

function isGone(error: Error): void {
  if (!GONE.test(`${error.name} ${error.message}`)) throw error;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
