import type { Queues } from '../aws/queue.ts';
import type { Config } from '../config.ts';
import type { Guard } from '../domain/guard.ts';
import type { JsonObject } from '../domain/json.ts';
import type { TrailPass } from '../domain/look.ts';
import { type Pass, reconcile } from '../domain/reconcile.ts';
import type { Signal } from '../domain/signal.ts';
import type { StepResult } from '../domain/step.ts';
import { tellRemoval } from '../domain/tell-coverage.ts';
import { trailOfCall } from '../domain/trail.ts';
import type { ReadMessage } from './batch.ts';
import { answerCloudFormation, isAnswerable } from './cloudformation-answer.ts';
import type { FastPath } from './fast-path.ts';
import { logFailure, logPass } from './pass-log.ts';
import { systemClock } from './system-clock.ts';

interface Context {
  readonly config: Config;
  readonly guard: Guard;
  readonly queues: Queues;
  readonly fastPath: FastPath;
  /** Steps the fast path carried out. */
  readonly early: readonly StepResult[];
}

/** Reads lag behind writes: what is not proven is looked at again after this time. */
const LOOK_AGAIN_AFTER_SECONDS = 30;

/** A batch of the queue: its answer names the messages that must come again. */
export async function answerBatch(
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
export async function answerTick(context: Context): Promise<void> {
  const pass = await runPass('sweep', [{ kind: 'tick', at: systemClock.now() }], context);
  const failed = pass.tellings.flatMap((telling) => (telling.end === 'failed' ? [telling.reason] : []));
  const unread = pass.undetermined.map(({ trail }) => `${trail?.name} is undetermined`);
  if (failed.length + unread.length > 0) throw new Error([...failed, ...unread].join('; '));
}

/** CloudFormation's request at the end of each deployment, and before the stack goes. It is always answered. */
export async function answerDeployment(event: JsonObject, context: Context): Promise<void> {
  if (!isAnswerable(event, context.config)) return;
  if (event.RequestType === 'Delete') {
    // The last message may fail; the stack must not wait for it.
    const trails = await context.guard.ports.trails.listTrails().catch(() => []);
    await tellRemoval(trails, context.guard).catch(logFailure);
    return answerCloudFormation(event, {});
  }
  const request = event.RequestType === 'Update' ? 'Update' : 'Create';
  const signal: Signal = { kind: 'deployment', at: systemClock.now(), request };
  const answer = await runPass('deployment', [signal], context).then(describePass, (error: unknown) => ({
    GuardedTrails: `unknown: ${error instanceof Error ? error.message : error}`,
    AlertSubscription: 'unknown',
  }));
  await answerCloudFormation(event, answer);
}

async function runPass(
  occasion: string,
  signals: readonly Signal[],
  { guard, config, fastPath, early }: Context,
) {
  const pass = await reconcile(signals, early, guard);
  // A trail that was off from the start stays off, whoever stops it once more.
  fastPath.remember(pass.trails.flatMap(({ trail, standing }) => (trail && standing.guarded ? [trail] : [])));
  const audience = occasion === 'events' ? undefined : await guard.ports.alerts.readAudience();
  const stackName = config.stackId.split('/')[1] ?? '';
  logPass({ occasion, signals, pass, audience, at: systemClock.now(), stackName });
  return { ...pass, audience };
}

/** What can never succeed goes to the dead-letter queue with its reason; if that fails, the message comes again. */
async function setAside(read: ReadMessage, queues: Queues): Promise<'failed' | 'done'> {
  if (!('unusable' in read)) return 'done';
  return queues.setAside(read.message.body, read.unusable).then(
    () => 'done',
    () => 'failed',
  );
}

/** @param pass null when it failed as a whole: then nothing is known, and every message must come again */
function mustComeAgain(read: ReadMessage, pass: Pass | null): boolean {
  if (!('signal' in read)) return false;
  if (!pass) return true;
  if (pass.tellings.some(({ end }) => end === 'failed')) return true;
  return isUndetermined(read, pass);
}

/** A trail that is not proven to log yet; or one stopped that no read shows yet, which is looked for once more. */
function isUndetermined({ message, ...read }: ReadMessage, { trails, undetermined }: Pass): boolean {
  if (!('signal' in read) || read.signal.kind !== 'api-call') return false;
  const call = read.signal;
  const isOf = ({ trail }: TrailPass) => trail !== null && trailOfCall([trail], call) !== undefined;
  if (undetermined.some(isOf)) return true;
  const isStopped = call.eventName === 'StopLogging' && call.error === null && !trails.some(isOf);
  return isStopped && message.attributes?.ApproximateReceiveCount === '1';
}

/** A trail that is not proven yet is looked at again soon; if the wait cannot be set, the queue's own applies. */
async function comeAgainSoon(read: ReadMessage, pass: Pass | null, queues: Queues): Promise<void> {
  if (pass && !isUndetermined(read, pass)) return;
  await queues.comeAgainAfter(LOOK_AGAIN_AFTER_SECONDS, read.message.receiptHandle).catch(() => {});
}

const describePass = ({ trails, audience }: Awaited<ReturnType<typeof runPass>>) => {
  const guarded = trails.filter(({ standing }) => standing.guarded).flatMap(({ trail }) => trail?.name ?? []);
  return {
    GuardedTrails: guarded.join(', ') || 'none: no trail is logging',
    AlertSubscription: describeAudience(audience),
  };
};

function describeAudience(audience: Awaited<ReturnType<typeof runPass>>['audience']): string {
  if (!audience?.confirmed.read || !audience.pending.read) return 'unknown: the topic does not tell';
  const { confirmed, pending } = { confirmed: audience.confirmed.value, pending: audience.pending.value };
  if (pending > 0) return `${pending} waiting: follow the link in the mail from AWS Notifications`;
  return confirmed > 0 ? `${confirmed} confirmed` : 'nobody is subscribed';
}
