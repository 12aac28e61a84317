import { makeQueues, type Queues } from '../aws/queue.ts';
import type { Config } from '../config.ts';
import type { Guard } from '../domain/guard.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { type Pass, reconcile } from '../domain/reconcile.ts';
import type { Signal } from '../domain/signal.ts';
import type { StepResult } from '../domain/step.ts';
import { tellRemoval } from '../domain/telling/tell-coverage.ts';
import type { ReadMessage } from './batch.ts';
import { answerCloudFormation, isAnswerable } from './cloudformation-answer.ts';
import { isUndetermined, mustComeAgain } from './come-again.ts';
import { describeCoverage } from './describe-coverage.ts';
import type { FastPath } from './fast-path.ts';
import { makeGuard } from './make-guard.ts';
import { logFailure, logPass } from './pass-log.ts';
import { setAside } from './set-aside.ts';
import { systemClock } from './system-clock.ts';

interface Context {
  readonly config: Config;
  readonly guard: Guard;
  readonly queues: Queues;
  readonly fastPath: FastPath;
  /** Steps the fast path carried out. */
  readonly early: readonly StepResult[];
}

/** Answers an event, its messages already read. @param early steps the fast path carried out */
export type Answer = (
  event: unknown,
  batch: readonly ReadMessage[],
  early: readonly StepResult[],
) => Promise<unknown>;

/** Everything but the fast path. It is made once, so that its connections and its memory last. */
export function makeAnswer(config: Config, fastPath: FastPath): Answer {
  const guard = makeGuard(config);
  const queues = makeQueues(config);
  return async (event, batch, early) => {
    const context = { config, guard, queues, fastPath, early };
    if (batch.length > 0) return answerBatch(batch, context);
    if (isJsonObject(event) && typeof event.ResponseURL === 'string') return answerDeployment(event, context);
    return answerTick(context);
  };
}

/** Reads lag behind writes: what is not proven is looked at again after this time. */
const LOOK_AGAIN_AFTER_SECONDS = 30;

/** A batch of the queue: its answer names the messages that must come again. */
async function answerBatch(
  batch: readonly ReadMessage[],
  context: Context,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const signals = batch.flatMap((read) => ('signal' in read ? [read.signal] : []));
  const unset = await Promise.all(batch.map((read) => setAside(read, context.queues)));
  const pass = await runPass('events', signals, context).catch((error: unknown) => {
    logFailure(error);
    return null;
  });
  const again = batch.filter((read, index) => unset[index] === 'failed' || mustComeAgain(read, pass));
  await Promise.all(again.map((read) => comeAgainSoon(read, pass, context.queues)));
  return { batchItemFailures: again.map(({ message }) => ({ itemIdentifier: message.messageId })) };
}

/** The schedule's tick. An alert that did not leave, or a trail that could not be read, is an error to be alarmed on. */
async function answerTick(context: Context): Promise<void> {
  const pass = await runPass('sweep', [{ kind: 'tick', at: systemClock.now() }], context);
  const failed = pass.tellings.flatMap((telling) => (telling.end === 'failed' ? [telling.reason] : []));
  const unread = pass.undetermined.map(({ trail }) => `${trail?.name} is undetermined`);
  if (failed.length + unread.length > 0) throw new Error([...failed, ...unread].join('; '));
}

/** CloudFormation's request at the end of each deployment, and before the stack goes. It is always answered. */
async function answerDeployment(event: JsonObject, context: Context): Promise<void> {
  if (!isAnswerable(event, context.config)) return;
  if (event.RequestType === 'Delete') {
    // The last message may fail; the stack must not wait for it.
    const trails = await context.guard.ports.trails.listTrails().catch(() => []);
    await tellRemoval(trails, context.guard).catch(logFailure);
    return answerCloudFormation(event, {});
  }
  const request = event.RequestType === 'Update' ? 'Update' : 'Create';
  const signal: Signal = { kind: 'deployment', at: systemClock.now(), request };
  const answer = await runPass('deployment', [signal], context).then(
    ({ audience, ...pass }) => describeCoverage(pass, audience),
    (error: unknown) => ({
      GuardedTrails: `unknown: ${error instanceof Error ? error.message : error}`,
      AlertSubscription: 'unknown',
    }),
  );
  await answerCloudFormation(event, answer);
}

async function runPass(
  occasion: string,
  signals: readonly Signal[],
  { guard, config, fastPath, early }: Context,
) {
  const pass = await reconcile(signals, early, guard);
  // A trail that was off from the start, or whose baseline says so, stays off, whoever stops it once more.
  // A pass that looked at nothing, as over the guard's own calls, says nothing of trails.
  if (pass.trails.length > 0)
    fastPath.remember(
      pass.trails.flatMap(({ trail, standing: { guarded, baseline } }) =>
        trail && guarded && baseline?.mode !== 'notify' ? [trail] : [],
      ),
    );
  const audience = occasion === 'events' ? undefined : await guard.ports.alerts.readAudience();
  logPass({ occasion, signals, pass, audience, at: systemClock.now(), config });
  return { ...pass, audience };
}

/** A trail that is not proven yet is looked at again soon; if the wait cannot be set, the queue's own applies. */
async function comeAgainSoon(read: ReadMessage, pass: Pass | null, queues: Queues): Promise<void> {
  if (pass && !isUndetermined(read, pass)) return;
  await queues.comeAgainAfter(LOOK_AGAIN_AFTER_SECONDS, read.message.receiptHandle).catch(() => {});
}
