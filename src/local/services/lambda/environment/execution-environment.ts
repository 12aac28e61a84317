import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { systemClock } from '../../../endpoint/clock.ts';
import type { World } from '../../../endpoint/world.ts';
import type { FunctionSettings } from '../function-settings.ts';
import { BOOTSTRAP } from '../lambda-runtime.ts';
import type { LambdaFunction } from '../store.ts';
import { ChildOutput } from './child-output.ts';
import { requireVariables } from './decrypt-variables.ts';
import { FunctionLog } from './function-log.ts';
import { answered, exited, type Outcome, thrown, timedOut } from './outcome.ts';
import { type Finished, logEnd, logStart } from './platform-log.ts';
import { RuntimeApi } from './runtime-api.ts';
import type { TaskFolders } from './task-folders.ts';
import { credentials, environmentVariables } from './variables.ts';

/** A function has this long to load. @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_SECONDS = 10;

/** How long the last output of a process that is gone may take to arrive. */
const LAST_OUTPUT_MS = 200;

export interface Invocation {
  readonly requestId: string;
  readonly payload: string;
  readonly clientContext?: string | undefined;
}

interface Running {
  readonly invocation: Invocation;
  readonly settle: (outcome: Outcome) => void;
  /** When the function got the event. */
  givenAt?: number;
  cancelTimeout: () => void;
}

/**
 * A process that runs a function, one invocation at a time. It runs in the machine's own time, and so do its limits,
 * whatever clock the world has.
 */
export class ExecutionEnvironment {
  isAlive = true;
  /** Of the function's code and settings that run here. */
  readonly revisionId: string;
  readonly #world: World;
  readonly #function: LambdaFunction;
  readonly #settings: FunctionSettings;
  readonly #log: FunctionLog;
  readonly #api: RuntimeApi;
  readonly #credentials: Readonly<Record<string, string>>;
  readonly #startedAt = performance.now();
  readonly #started: Promise<void>;
  #child: ChildProcess | undefined;
  #output: ChildOutput | undefined;
  #initDurationMs: number | undefined;
  #isWaiting = false;
  #running: Running | undefined;
  #maxMemoryUsedMb = 0;

  /**
   * @param fn as it is now: a function that is changed gets new environments
   * @throws ServiceError when Lambda may not assume the function's role, or use its key
   */
  constructor(world: World, fn: LambdaFunction, folders: TaskFolders) {
    this.#world = world;
    this.#function = fn;
    this.revisionId = fn.revisionId;
    this.#settings = fn.settings;
    this.#credentials = credentials(world, fn);
    requireVariables(world, fn);
    this.#log = new FunctionLog(world, fn);
    this.#api = new RuntimeApi({
      onNext: () => this.#onNext(),
      onResponse: (requestId, payload) => this.#settle(requestId, answered(payload)),
      onError: (requestId, payload) => this.#settle(requestId, thrown(payload)),
      onInitError: (payload) => this.#running?.settle(thrown(payload)),
    });
    this.#started = this.#start(folders).catch(() => this.close());
  }

  /** Runs one invocation to its end. @returns how it went, and what was logged meanwhile */
  async invoke(invocation: Invocation): Promise<Finished & { readonly logged: readonly string[] }> {
    const { clock } = this.#world;
    const wasCold = this.#initDurationMs === undefined;
    logStart(this.#log, this.#function, invocation.requestId, clock.now());
    const { outcome, durationMs } = await this.#run(invocation);
    const finished = {
      requestId: invocation.requestId,
      outcome,
      durationMs,
      initDurationMs: wasCold ? this.#initDurationMs : undefined,
      maxMemoryUsedMb: this.#maxMemoryUsedMb,
    };
    logEnd(this.#log, this.#function, finished, clock.now());
    return { ...finished, logged: this.#log.flush() };
  }

  close(): void {
    this.isAlive = false;
    this.#child?.kill('SIGKILL');
    this.#api.close();
    const { invocation, settle } = this.#running ?? {};
    if (invocation) settle?.(exited(invocation.requestId, null, 'killed'));
  }

  async #start(folders: TaskFolders): Promise<void> {
    const runtimeApi = await this.#api.listen();
    if (!this.isAlive) return;
    const taskFolder = folders.folderOf(this.#function.code);
    const child = spawn(process.execPath, [...flags(this.#settings), BOOTSTRAP], {
      cwd: taskFolder,
      env: {
        ...environmentVariables(this.#world, this.#function, {
          runtimeApi,
          runtimeFolder: dirname(BOOTSTRAP),
          taskFolder,
          modules: folders.modules,
          logStreamName: this.#log.streamName,
        }),
        ...this.#credentials,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#output = new ChildOutput(child.stdout, (line) => this.#log.functionLine(line));
    new ChildOutput(child.stderr, (line) => this.#log.functionLine(line));
    for (const pipe of [child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref();
    child.once('error', () => this.close());
    child.once('exit', (code, signal) => this.#onExit(code, signal));
  }

  async #run(invocation: Invocation): Promise<{ outcome: Outcome; durationMs: number }> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const running: Running = { invocation, settle: resolve, cancelTimeout: () => {} };
    this.#running = running;
    // Somebody waits for the answer: for so long the child keeps this process going.
    this.#child?.ref();
    if (this.#isWaiting) this.#give(running);
    else this.#limit(running, INIT_LIMIT_SECONDS);
    const outcome = await promise;
    const durationMs = running.givenAt === undefined ? 0 : performance.now() - running.givenAt;
    running.cancelTimeout();
    this.#running = undefined;
    await this.#readToEnd(invocation.requestId);
    this.#child?.unref();
    return { outcome, durationMs };
  }

  #onNext(): void {
    this.#initDurationMs ??= performance.now() - this.#startedAt;
    this.#isWaiting = true;
    if (this.#running && this.#running.givenAt === undefined) this.#give(this.#running);
  }

  #give(running: Running): void {
    const { timeoutSeconds } = this.#settings;
    this.#isWaiting = false;
    running.cancelTimeout();
    running.givenAt = performance.now();
    this.#limit(running, timeoutSeconds);
    this.#api.give({
      ...running.invocation,
      functionArn: this.#function.arn,
      deadlineMs: systemClock.now() + timeoutSeconds * 1000,
    });
  }

  #limit(running: Running, seconds: number): void {
    running.cancelTimeout = systemClock.after(seconds * 1000, () => {
      running.settle(timedOut(running.invocation.requestId, seconds));
      this.close();
    });
  }

  #settle(requestId: string, outcome: Outcome): void {
    if (this.#running?.invocation.requestId === requestId) this.#running.settle(outcome);
  }

  #onExit(code: number | null, signal: string | null): void {
    this.isAlive = false;
    this.#api.close();
    // A process of the function's own may keep the pipe open.
    systemClock.after(LAST_OUTPUT_MS, () => this.#output?.finish());
    const { invocation, settle } = this.#running ?? {};
    if (invocation) settle?.(exited(invocation.requestId, code, signal));
  }

  async #readToEnd(requestId: string): Promise<void> {
    await this.#started;
    const end = await this.#output?.endOf(requestId);
    // The runtime marks the end of every invocation that it survives.
    if (!end) this.close();
    else this.#maxMemoryUsedMb = Math.ceil(end.maxMemoryUsedKb / 1024);
  }
}

/** Lambda gives the heap most of the memory. */
const flags = ({ memoryMb, runtime }: FunctionSettings): string[] => [
  `--max-old-space-size=${Math.floor(memoryMb * 0.9)}`,
  `--max-semi-space-size=${Math.floor(memoryMb * 0.05)}`,
  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-experimental-features
  ...(runtime === 'nodejs22.x'
    ? ['--no-experimental-require-module', '--no-experimental-detect-module']
    : []),
];
