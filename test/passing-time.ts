import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settle } from '../src/local/run/attacks/settle.ts';
import type { EmbeddedAws } from '../src/local/run/start.ts';
import { SkippingClock } from './skipping-clock.ts';

/** Loaded before a function's code: its time runs ahead of the machine's as far as the world's does. */
const PRELOAD = `const { readFileSync } = require('node:fs');
const now = Date.now;
Date.now = () => now() + Number(readFileSync(process.env.WORLDS_TIME, 'utf8'));
`;
const MINUTE_MS = 60_000;
const STEPS_A_MINUTE = 3;

/** Time that passes at once, for the world and for the functions in it alike: alarms compare both. */
export class PassingTime {
  readonly clock = new SkippingClock();
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'worlds-time-'));
  readonly #aheadMs = path.join(this.#folder, 'ahead-ms');
  readonly #preload = path.join(this.#folder, 'preload.cjs');

  constructor() {
    writeFileSync(this.#aheadMs, '0');
    writeFileSync(this.#preload, PRELOAD);
  }

  /** The template, with the guard's function in the world's time. */
  inWorldsTime(template: string): string {
    const stack = JSON.parse(template);
    Object.assign(stack.Resources.Function.Properties.Environment.Variables, {
      NODE_OPTIONS: `--require ${this.#preload}`,
      WORLDS_TIME: this.#aheadMs,
    });
    return JSON.stringify(stack);
  }

  /** Lets minutes go by in steps so small that what is due each minute happens in each. */
  async pass(aws: EmbeddedAws, minutes: number): Promise<void> {
    for (let step = 0; step < minutes * STEPS_A_MINUTE; step++) {
      this.#skip(MINUTE_MS / STEPS_A_MINUTE);
      await (step % STEPS_A_MINUTE === 0 ? settle(aws) : new Promise((resolve) => setTimeout(resolve, 5)));
    }
  }

  /** Lets time go by in as many leaps as numbers of minutes are given. */
  async passAtOnce(aws: EmbeddedAws, ...leaps: readonly number[]): Promise<void> {
    for (const minutes of leaps) {
      this.#skip(minutes * MINUTE_MS);
      await settle(aws);
    }
  }

  #skip(ms: number): void {
    this.clock.skip(ms);
    // Moved into its place: a function that reads half a file would be thrown back in time.
    writeFileSync(`${this.#aheadMs}.next`, String(this.clock.now() - Date.now()));
    renameSync(`${this.#aheadMs}.next`, this.#aheadMs);
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
