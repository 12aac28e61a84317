import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Operand, readOperand } from './operand.ts';
import { type Path, pathText, readPath } from './path.ts';
import type { Placeholders } from './placeholders.ts';
import { Tokens } from './tokens.ts';

/** What SET puts somewhere. */
export type SetValue =
  | Operand
  | { readonly kind: 'if_not_exists'; readonly path: Path; readonly otherwise: SetValue }
  | { readonly kind: 'list_append' | '+' | '-'; readonly left: SetValue; readonly right: SetValue };

export type UpdateAction =
  | { readonly kind: 'set'; readonly path: Path; readonly value: SetValue }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'add' | 'delete'; readonly path: Path; readonly value: AttributeValue };

/** @throws ServiceError `ValidationException` naming what it does not understand */
export function parseUpdate(expression: string, placeholders: Placeholders): UpdateAction[] {
  const tokens = new Tokens('UpdateExpression', expression);
  const actions = new UpdateReader(tokens, placeholders).all();
  checkOverlaps(actions, tokens);
  return actions;
}

const CLAUSES = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
type Clause = (typeof CLAUSES)[number];

class UpdateReader {
  readonly #tokens: Tokens;
  readonly #placeholders: Placeholders;

  constructor(tokens: Tokens, placeholders: Placeholders) {
    this.#tokens = tokens;
    this.#placeholders = placeholders;
  }

  all(): UpdateAction[] {
    const actions: UpdateAction[] = [];
    const seen = new Set<Clause>();
    do {
      const clause = CLAUSES.find((name) => this.#tokens.takeIf(name));
      if (!clause) throw this.#tokens.unexpected();
      if (seen.has(clause)) throw this.#tokens.refusal(`The "${clause}" section can only be used once;`);
      seen.add(clause);
      actions.push(...this.#tokens.list(() => this.#action(clause)));
    } while (this.#tokens.peek() !== undefined);
    return actions;
  }

  #action(clause: Clause): UpdateAction {
    const path = this.#path();
    if (clause === 'REMOVE') return { kind: 'remove', path };
    if (clause === 'SET') {
      this.#tokens.expect('=');
      return { kind: 'set', path, value: this.#sum() };
    }
    return { kind: clause === 'ADD' ? 'add' : 'delete', path, value: this.#value() };
  }

  #sum(): SetValue {
    const left = this.#term();
    for (const kind of ['+', '-'] as const) {
      if (this.#tokens.takeIf(kind)) return { kind, left, right: this.#term() };
    }
    return left;
  }

  #term(): SetValue {
    if (this.#tokens.takeIf('IF_NOT_EXISTS')) {
      const [path, otherwise] = this.#pair(() => this.#path());
      return { kind: 'if_not_exists', path, otherwise };
    }
    if (this.#tokens.takeIf('LIST_APPEND')) {
      const [left, right] = this.#pair(() => this.#term());
      return { kind: 'list_append', left, right };
    }
    return readOperand(this.#tokens, this.#placeholders);
  }

  #pair<T>(readFirst: () => T): [T, SetValue] {
    this.#tokens.expect('(');
    const first = readFirst();
    this.#tokens.expect(',');
    const second = this.#term();
    this.#tokens.expect(')');
    return [first, second];
  }

  #path(): Path {
    return readPath(this.#tokens, this.#placeholders);
  }

  #value(): AttributeValue {
    if (!this.#tokens.peek()?.startsWith(':')) throw this.#tokens.unexpected();
    return this.#placeholders.value(this.#tokens.take());
  }
}

/** One expression may not touch a place twice, nor a place and what lies inside it. */
function checkOverlaps(actions: readonly UpdateAction[], tokens: Tokens): void {
  for (const [i, { path }] of actions.entries()) {
    const other = actions
      .slice(i + 1)
      .find((action) => isPrefix(path, action.path) || isPrefix(action.path, path));
    if (!other) continue;
    throw tokens.refusal(
      `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [${pathText(path)}], path two: [${pathText(other.path)}]`,
    );
  }
}

const isPrefix = (a: Path, b: Path) => a.every((part, i) => part === b[i]);
