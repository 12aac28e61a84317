import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { normalized } from '../attribute-value.ts';
import { validation } from '../validation.ts';
import { isReserved } from './reserved-words.ts';

interface Substitutions {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, AttributeValue>> | undefined;
}

/** What `#name` and `:value` stand for in the expressions of one request. */
export class Placeholders {
  readonly #names: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, AttributeValue>;
  readonly #used = new Set<string>();

  constructor({ ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Substitutions) {
    this.#names = new Map(Object.entries(ExpressionAttributeNames));
    this.#values = new Map(
      Object.entries(ExpressionAttributeValues).map(([key, value]) => [key, normalized(value)]),
    );
  }

  /** The attribute that `token` means: itself, or what `#token` stands for. */
  name(token: string): string {
    if (!token.startsWith('#')) return unreserved(token);
    const name = this.#names.get(token);
    if (name === undefined) {
      throw validation(
        `An expression attribute name used in the document path is not defined; attribute name: ${token}`,
      );
    }
    this.#used.add(token);
    return name;
  }

  value(token: string): AttributeValue {
    const value = this.#values.get(token);
    if (value === undefined) {
      throw validation(
        `An expression attribute value used in expression is not defined; attribute value: ${token}`,
      );
    }
    this.#used.add(token);
    return value;
  }

  /** DynamoDB refuses a request that defines what no expression uses. */
  checkAllUsed(): void {
    this.#checkUsed('ExpressionAttributeNames', this.#names);
    this.#checkUsed('ExpressionAttributeValues', this.#values);
  }

  #checkUsed(parameter: string, defined: ReadonlyMap<string, unknown>): void {
    const unused = [...defined.keys()].filter((token) => !this.#used.has(token));
    if (unused.length === 0) return;
    throw validation(`Value provided in ${parameter} unused in expressions: keys: {${unused.join(', ')}}`);
  }
}

function unreserved(name: string): string {
  if (!isReserved(name)) return name;
  throw validation(`Attribute name is a reserved keyword; reserved keyword: ${name}`);
}
