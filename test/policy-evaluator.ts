/** A statement as IAM reads it, from wherever it comes. */
interface EvaluatedStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Statement: readonly EvaluatedStatement[];
}

export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; what is not in it is not in the request. */
  readonly context?: Readonly<Record<string, string>>;
}

const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

const matches = (pattern: string, text: string, flags = '') =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    flags,
  ).test(text);

type Operator = (wanted: readonly string[], actual: string | undefined) => boolean;

/** An ARN's first five parts are compared each for itself. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const isOneOf = (wanted: readonly string[], actual: string | undefined): boolean =>
  actual !== undefined &&
  wanted.some((pattern) => {
    const [theirs, ours] = [actual, pattern].map((arn) => /^((?:[^:]*:){5})(.*)$/.exec(arn)) as [
      RegExpExecArray,
      RegExpExecArray,
    ];
    if (!theirs || !ours) return false;
    const heads = [ours, theirs].map(([, head = '']) => head.split(':'));
    return (
      heads[0]?.every((part, index) => matches(part, heads[1]?.[index] ?? '')) === true &&
      matches(ours[2] ?? '', theirs[2] ?? '')
    );
  });

/** Negated operators hold when the request lacks the key, the others do not. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: (wanted, actual) => actual !== undefined && wanted.includes(actual),
  StringNotEquals: (wanted, actual) => actual === undefined || !wanted.includes(actual),
  ArnEquals: (wanted, actual) => isOneOf(wanted, actual),
  ArnLike: (wanted, actual) => isOneOf(wanted, actual),
  ArnNotLike: (wanted, actual) => !isOneOf(wanted, actual),
  Bool: (wanted, actual) => actual !== undefined && wanted.includes(actual),
};

function applies(
  { Action, NotAction, Resource, Condition = {} }: EvaluatedStatement,
  request: IamRequest,
): boolean {
  const names = (actions: string | readonly string[]) =>
    list(actions).some((pattern) => matches(pattern, request.action, 'i'));
  return (
    (Action === undefined ? !names(NotAction ?? []) : names(Action)) &&
    list(Resource).some((pattern) => matches(pattern, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => {
        const holds = OPERATORS[operator];
        if (!holds) throw new Error(`the evaluator does not know ${operator}`);
        return holds(list(wanted), request.context?.[key]);
      }),
    )
  );
}

/** What a policy says of a request, as IAM decides it: a deny beats every allow. */
export function evaluatePolicy({ Statement }: Policy, request: IamRequest): 'allowed' | 'denied' | 'silent' {
  const applying = Statement.filter((statement) => applies(statement, request));
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return applying.length > 0 ? 'allowed' : 'silent';
}
