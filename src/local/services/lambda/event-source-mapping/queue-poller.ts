import { ServiceError } from '../../../endpoint/service-error.ts';
import type { World } from '../../../endpoint/world.ts';
import { deleteFromQueue, onMessage, type ReceivedMessage } from '../../sqs/receive.ts';
import { lookUpFunction } from '../find-function.ts';
import { type Answer, invokeFunction } from '../invoke.ts';
import { receiveBatch } from './batch.ts';
import { handledMessages } from './batch-result.ts';
import type { EventSourceMapping } from './mapping.ts';
import { queueEvent } from './queue-event.ts';
import { missingPermission } from './queue-permission.ts';

/** Lambda starts with this many pollers, and adds more when it must. */
const DEFAULT_CONCURRENCY = 5;

/** When a poller that could not work tries again. */
const RETRY_MS = 20_000;

/** Takes messages from a queue to a function until it is stopped. */
export class QueuePoller {
  readonly #world: World;
  readonly #mapping: EventSourceMapping;
  readonly #unsubscribe: () => void;
  #batches = 0;
  #cancelPoll: (() => void) | undefined;
  #isStopped = false;

  /** @throws ServiceError when there is no such queue */
  constructor(world: World, mapping: EventSourceMapping) {
    this.#world = world;
    this.#mapping = mapping;
    // A batching window begins with its first message. Without one it is still a moment later: whoever sends several
    // messages in one go shall see them in one batch.
    this.#unsubscribe = onMessage(world, mapping.queueArn, () =>
      this.#pollAfter(mapping.settings.batchingWindowSeconds * 1000),
    );
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelPoll?.();
    this.#unsubscribe();
  }

  #pollAfter(ms: number): void {
    if (this.#isStopped) return;
    this.#cancelPoll ??= this.#world.clock.after(ms, () => {
      this.#cancelPoll = undefined;
      this.#poll();
    });
  }

  #poll(): void {
    const limit = this.#mapping.settings.maximumConcurrency ?? DEFAULT_CONCURRENCY;
    while (!this.#isStopped && this.#batches < limit) {
      const batch = this.#receive();
      if (batch.length === 0) return;
      this.#batches += 1;
      this.#handle(batch).finally(() => {
        this.#batches -= 1;
        this.#poll();
      });
    }
  }

  #receive(): readonly ReceivedMessage[] {
    const { queueArn, functionArn } = this.#mapping;
    const fn = lookUpFunction(this.#world, functionArn);
    const problem = fn ? missingPermission(this.#world, fn, queueArn) : 'Function not found';
    if (problem) {
      this.#report(problem);
      this.#pollAfter(RETRY_MS);
      return [];
    }
    return this.#trying(() => receiveBatch(this.#world, this.#mapping)) ?? [];
  }

  async #handle(batch: readonly ReceivedMessage[]): Promise<void> {
    const { queueArn, settings } = this.#mapping;
    const answer = await this.#invoke(queueEvent(batch, queueArn));
    if (!answer) return;
    this.#report(answer.functionError && 'Function call failed');
    const ids = batch.map(({ messageId }) => messageId);
    const handled = handledMessages(ids, answer, settings.reportsBatchItemFailures);
    const done = batch.filter(({ messageId }) => handled.includes(messageId));
    // The others come back when their visibility timeout is over.
    this.#trying(() => {
      for (const { receiptHandle } of done) deleteFromQueue(this.#world, queueArn, receiptHandle);
    });
  }

  async #invoke(event: string): Promise<Answer | undefined> {
    try {
      return await invokeFunction(this.#world, this.#mapping.functionArn, event);
    } catch (error) {
      this.#reportError(error);
      return undefined;
    }
  }

  /** The queue may be gone at any time. */
  #trying<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#reportError(error);
      return undefined;
    }
  }

  #reportError(error: unknown): void {
    if (!(error instanceof ServiceError)) throw error;
    this.#report(error.message);
  }

  #report(problem: string | undefined): void {
    this.#mapping.lastProcessingResult = problem ? `PROBLEM: ${problem}` : 'OK';
  }
}
