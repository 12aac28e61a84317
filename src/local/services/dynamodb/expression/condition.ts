import { type Operand, readOperand } from './operand.ts';
import { type Path, readPath } from './path.ts';
import type { Placeholders } from './placeholders.ts';
import { Tokens } from './tokens.ts';

const COMPARATORS = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparator = (typeof COMPARATORS)[number];

export type Condition =
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'between'; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly operand: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'exists'; readonly path: Path }
  | { readonly kind: TestName; readonly path: Path; readonly argument: Operand }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly condition: Condition };

const TESTS = ['begins_with', 'contains', 'attribute_type'] as const;
export type TestName = (typeof TESTS)[number];

/** @throws ServiceError `ValidationException` naming what it does not understand */
export function parseCondition(kind: string, expression: string, placeholders: Placeholders): Condition {
  const tokens = new Tokens(kind, expression);
  const condition = new ConditionReader(tokens, placeholders).or();
  tokens.expectEnd();
  return condition;
}

/** One method per level of precedence, the loosest first. */
class ConditionReader {
  readonly #tokens: Tokens;
  readonly #placeholders: Placeholders;

  constructor(tokens: Tokens, placeholders: Placeholders) {
    this.#tokens = tokens;
    this.#placeholders = placeholders;
  }

  or(): Condition {
    let left = this.#and();
    while (this.#tokens.takeIf('OR')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#tokens.takeIf('AND')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Condition {
    if (this.#tokens.takeIf('NOT')) return { kind: 'not', condition: this.#not() };
    if (!this.#tokens.takeIf('(')) return this.#test() ?? this.#comparison();
    const condition = this.or();
    this.#tokens.expect(')');
    return condition;
  }

  /** `attribute_exists(path)` and the like; undefined when the next token names no such function. */
  #test(): Condition | undefined {
    if (this.#tokens.takeIf('ATTRIBUTE_EXISTS')) return { kind: 'exists', path: this.#onlyPath() };
    if (this.#tokens.takeIf('ATTRIBUTE_NOT_EXISTS')) {
      return { kind: 'not', condition: { kind: 'exists', path: this.#onlyPath() } };
    }
    const kind = TESTS.find((name) => this.#tokens.takeIf(name.toUpperCase()));
    if (!kind) return undefined;
    this.#tokens.expect('(');
    const path = readPath(this.#tokens, this.#placeholders);
    this.#tokens.expect(',');
    const argument = this.#operand();
    this.#tokens.expect(')');
    return { kind, path, argument };
  }

  #onlyPath(): Path {
    this.#tokens.expect('(');
    const path = readPath(this.#tokens, this.#placeholders);
    this.#tokens.expect(')');
    return path;
  }

  #comparison(): Condition {
    const operand = this.#operand();
    if (this.#tokens.takeIf('BETWEEN')) return this.#between(operand);
    if (this.#tokens.takeIf('IN')) return this.#in(operand);
    const comparator = COMPARATORS.find((symbol) => this.#tokens.takeIf(symbol));
    if (!comparator) throw this.#tokens.unexpected();
    return { kind: 'compare', comparator, left: operand, right: this.#operand() };
  }

  #between(operand: Operand): Condition {
    const low = this.#operand();
    this.#tokens.expect('AND');
    return { kind: 'between', operand, low, high: this.#operand() };
  }

  #in(operand: Operand): Condition {
    this.#tokens.expect('(');
    const list = this.#tokens.list(() => this.#operand());
    this.#tokens.expect(')');
    return { kind: 'in', operand, list };
  }

  #operand(): Operand {
    return readOperand(this.#tokens, this.#placeholders);
  }
}
