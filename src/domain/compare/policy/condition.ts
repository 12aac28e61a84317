import { isJsonObject } from '../../json.ts';

/** One line of a statement's conditions: an operator on a key with its values. */
export interface Condition {
  /** As written: what an unknown one means is unknown. */
  readonly operator: string;
  /** Null: not understood. */
  readonly kind: ConditionKind | null;
  readonly isNegated: boolean;
  readonly isIfExists: boolean;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | null;
  /** In lower case: keys are the same in any. */
  readonly key: string;
  readonly values: readonly string[];
}

/** How values are compared. `number`, `date` and `address` are known to be compared, not what comes out of it. */
export type ConditionKind =
  | 'text'
  | 'textIgnoringCase'
  | 'pattern'
  | 'arn'
  | 'null'
  | 'number'
  | 'date'
  | 'address'
  | 'binary';

type Operator = readonly [kind: ConditionKind, isNegated?: true];

/**
 * ArnEquals and ArnLike are the same.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['StringEquals', ['text']],
  ['StringNotEquals', ['text', true]],
  ['StringEqualsIgnoreCase', ['textIgnoringCase']],
  ['StringNotEqualsIgnoreCase', ['textIgnoringCase', true]],
  ['StringLike', ['pattern']],
  ['StringNotLike', ['pattern', true]],
  ['ArnEquals', ['arn']],
  ['ArnLike', ['arn']],
  ['ArnNotEquals', ['arn', true]],
  ['ArnNotLike', ['arn', true]],
  ['Bool', ['textIgnoringCase']],
  ['Null', ['null']],
  ['NumericEquals', ['number']],
  ['NumericNotEquals', ['number', true]],
  ['NumericLessThan', ['number']],
  ['NumericLessThanEquals', ['number']],
  ['NumericGreaterThan', ['number']],
  ['NumericGreaterThanEquals', ['number']],
  ['DateEquals', ['date']],
  ['DateNotEquals', ['date', true]],
  ['DateLessThan', ['date']],
  ['DateLessThanEquals', ['date']],
  ['DateGreaterThan', ['date']],
  ['DateGreaterThanEquals', ['date']],
  ['BinaryEquals', ['binary']],
  ['IpAddress', ['address']],
  ['NotIpAddress', ['address', true]],
]);

const IGNORING_CASE: readonly (ConditionKind | null)[] = ['textIgnoringCase', 'null'];

/** The conditions of a statement, all of which have to hold; undefined when they are not understood. */
export function readConditions(element: unknown): readonly Condition[] | undefined {
  if (element === undefined) return [];
  if (!isJsonObject(element)) return;
  const read = Object.entries(element).flatMap(([operator, keys]) =>
    isJsonObject(keys)
      ? Object.entries(keys).map(([key, value]) => readCondition(operator, key, value))
      : [undefined],
  );
  const conditions = read.flatMap((condition) => condition ?? []);
  return conditions.length === read.length ? conditions : undefined;
}

const QUANTIFIED = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

function readCondition(operator: string, key: string, value: unknown): Condition | undefined {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0 || !values.every(isScalar)) return;
  const [, quantifier, name = '', ifExists] = QUANTIFIED.exec(operator) ?? [];
  const [kind = null, isNegated = false] = OPERATORS.get(name) ?? [];
  const texts = values.map((item) =>
    IGNORING_CASE.includes(kind) ? String(item).toLowerCase() : String(item),
  );
  return {
    operator,
    kind,
    isNegated,
    isIfExists: ifExists !== undefined,
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : null,
    key: key.toLowerCase(),
    values: [...new Set(texts)].sort(),
  };
}

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
