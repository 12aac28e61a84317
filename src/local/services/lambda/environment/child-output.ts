import type { Readable } from 'node:stream';

/** What the runtime says with the last of an invocation's output. */
export interface OutputEnd {
  readonly maxMemoryUsedKb: number;
}

/** Reads what a runtime writes: lines of the function, and marks that tell where an invocation's output ends. */
export class ChildOutput {
  readonly #onLine: (line: string) => void;
  readonly #ended = new Map<string, OutputEnd>();
  readonly #waiting = new Map<string, (end: OutputEnd | undefined) => void>();
  #rest = '';
  #isClosed = false;

  constructor(stream: Readable, onLine: (line: string) => void) {
    this.#onLine = onLine;
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => this.#read(text));
    stream.on('close', () => this.finish());
  }

  /** Resolves when all output of an invocation was read; without its mark when the output ended before. */
  endOf(requestId: string): Promise<OutputEnd | undefined> {
    const end = this.#ended.get(requestId);
    this.#ended.delete(requestId);
    if (end || this.#isClosed) return Promise.resolve(end);
    return new Promise((resolve) => this.#waiting.set(requestId, resolve));
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#readLine(line);
  }

  #readLine(line: string): void {
    const [, before = line, requestId, kb] = /^(.*)\0(\S+) (\d+)$/s.exec(line) ?? [];
    // The runtime writes line breaks inside a message as carriage returns.
    if (before !== '' || !requestId) this.#onLine(before.replace(/\r$/, '').replaceAll('\r', '\n'));
    if (requestId) this.#end(requestId, { maxMemoryUsedKb: Number(kb) });
  }

  #end(requestId: string, end: OutputEnd): void {
    const resolve = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    if (resolve) resolve(end);
    else this.#ended.set(requestId, end);
  }

  /** Nothing more will come. */
  finish(): void {
    if (this.#rest) this.#readLine(this.#rest);
    this.#rest = '';
    this.#isClosed = true;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
