import type { World } from '../../../endpoint/world.ts';
import type { LambdaFunction } from '../store.ts';
import { ExecutionEnvironment, type Invocation } from './execution-environment.ts';
import type { Finished } from './platform-log.ts';
import type { TaskFolders } from './task-folders.ts';

/** More processes than this at once would only slow each other down: further invocations wait. */
const MAX_PROCESSES = 10;

export interface InvocationResult extends Finished {
  /** Messages in the log that belong to this invocation. */
  readonly logged: readonly string[];
}

interface Job {
  readonly invocation: Invocation;
  readonly resolve: (result: InvocationResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A function's execution environments: warm ones are used again, others are started up to its concurrency. */
export class FunctionEnvironments {
  readonly function: LambdaFunction;
  readonly #world: World;
  readonly #folders: TaskFolders;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #busy = new Set<ExecutionEnvironment>();
  readonly #queue: Job[] = [];

  constructor(world: World, fn: LambdaFunction, folders: TaskFolders) {
    this.#world = world;
    this.function = fn;
    this.#folders = folders;
  }

  /** Whether an invocation would have to wait for another to end. */
  get isFull(): boolean {
    return this.#busy.size >= (this.function.reservedConcurrency ?? Number.POSITIVE_INFINITY);
  }

  run(invocation: Invocation): Promise<InvocationResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ invocation, resolve, reject });
      this.#next();
    });
  }

  /** Lets go of environments that hold older code or settings. */
  retire(): void {
    for (const environment of this.#idle.splice(0)) environment.close();
  }

  close(): void {
    for (const environment of [...this.#idle.splice(0), ...this.#busy]) environment.close();
  }

  #next(): void {
    const isFree = !this.isFull && this.#busy.size < MAX_PROCESSES;
    const job = isFree ? this.#queue.shift() : undefined;
    if (job) {
      this.#start(job)
        .then(job.resolve, job.reject)
        .finally(() => this.#next());
    }
  }

  async #start({ invocation }: Job): Promise<InvocationResult> {
    const { requestId } = invocation;
    const { name: functionName } = this.function;
    const { environment, cold } = this.#environment();
    this.#busy.add(environment);
    this.#world.emit('invoked', { functionName, requestId, cold, at: this.#world.clock.now() });
    const result = await environment.invoke(invocation);
    const { errorType: error } = result.outcome;
    this.#world.emit('returned', {
      functionName,
      requestId,
      ...(error && { error }),
      at: this.#world.clock.now(),
    });
    this.#free(environment);
    return result;
  }

  #environment(): { environment: ExecutionEnvironment; cold: boolean } {
    for (let environment = this.#idle.pop(); environment; environment = this.#idle.pop()) {
      if (this.#isUsable(environment)) return { environment, cold: false };
      environment.close();
    }
    return { environment: new ExecutionEnvironment(this.#world, this.function, this.#folders), cold: true };
  }

  #free(environment: ExecutionEnvironment): void {
    this.#busy.delete(environment);
    if (this.#isUsable(environment)) this.#idle.push(environment);
    else environment.close();
  }

  #isUsable = ({ isAlive, revisionId }: ExecutionEnvironment) =>
    isAlive && revisionId === this.function.revisionId;
}
