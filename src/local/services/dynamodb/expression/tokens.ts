import { validation } from '../validation.ts';

const TOKEN = /\s*(?:([#:]?[A-Za-z_][\w-]*|[#:]\w[\w-]*|\d+)|(<=|>=|<>|[=<>()[\],.+-])|(\S))/y;

/** Reads one expression token by token. */
export class Tokens {
  readonly expression: string;
  /** Such as `ConditionExpression`, for messages. */
  readonly kind: string;
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(kind: string, expression: string) {
    this.kind = kind;
    this.expression = expression;
    if (expression.trim() === '') throw this.refusal('The expression can not be empty;');
    this.#tokens = [...expression.trim().matchAll(new RegExp(TOKEN, 'g'))].map(([, word, symbol, other]) => {
      if (other) throw this.refusal(`Syntax error; token: "${other}"`);
      return word ?? symbol ?? '';
    });
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  take(): string {
    const token = this.peek();
    if (token === undefined) throw this.refusal('Syntax error; token: "<EOF>"');
    this.#next += 1;
    return token;
  }

  /** Takes the next token if it is this symbol, or this keyword in either case. */
  takeIf(expected: string): boolean {
    if (this.peek()?.toUpperCase() !== expected) return false;
    this.#next += 1;
    return true;
  }

  expect(expected: string): void {
    if (!this.takeIf(expected)) throw this.unexpected();
  }

  /** What `read` reads, once or separated by commas. */
  list<T>(read: () => T): T[] {
    const members = [read()];
    while (this.takeIf(',')) members.push(read());
    return members;
  }

  expectEnd(): void {
    if (this.peek() !== undefined) throw this.unexpected();
  }

  unexpected(): Error {
    const near = this.#tokens.slice(Math.max(0, this.#next - 1), this.#next + 2).join(' ');
    return this.refusal(`Syntax error; token: "${this.peek() ?? '<EOF>'}", near: "${near}"`);
  }

  refusal(reason: string): Error {
    return validation(`Invalid ${this.kind}: ${reason}`);
  }
}
