/** A function that says whether something is true: in the sections Conditions and Rules. */
export interface LogicFunction {
  readonly name: string;
  readonly misuse: (argument: unknown) => string | undefined;
  /** The expressions in its argument: `logic` is true or false, `values` are values. */
  readonly operands: (argument: unknown) => {
    readonly logic: readonly unknown[];
    readonly values: readonly unknown[];
  };
  readonly isTrue: (operands: {
    readonly logic: readonly boolean[];
    readonly values: readonly unknown[];
  }) => boolean;
}

const listOf = (minimum: number, maximum: number, what: string) => (argument: unknown) =>
  Array.isArray(argument) && argument.length >= minimum && argument.length <= maximum
    ? undefined
    : `${what} (a list of ${minimum === maximum ? minimum : `${minimum} to ${maximum}`})`;

const ofLogic = (argument: unknown) => ({ logic: argument as unknown[], values: [] });
const ofValues = (argument: unknown) => ({ logic: [], values: argument as unknown[] });

const and: LogicFunction = {
  name: 'Fn::And',
  misuse: listOf(
    2,
    10,
    'every Fn::And object requires a list of at least 2 and at most 10 boolean parameters',
  ),
  operands: ofLogic,
  isTrue: ({ logic }) => logic.every(Boolean),
};

const or: LogicFunction = {
  name: 'Fn::Or',
  misuse: listOf(
    2,
    10,
    'every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters',
  ),
  operands: ofLogic,
  isTrue: ({ logic }) => logic.some(Boolean),
};

const not: LogicFunction = {
  name: 'Fn::Not',
  misuse: listOf(1, 1, 'every Fn::Not object requires one boolean parameter'),
  operands: ofLogic,
  isTrue: ({ logic }) => !logic[0],
};

const equals: LogicFunction = {
  name: 'Fn::Equals',
  misuse: listOf(2, 2, 'every Fn::Equals object requires two parameters'),
  operands: ofValues,
  isTrue: ({ values: [left, right] }) => asText(left) === asText(right),
};

const contains: LogicFunction = {
  name: 'Fn::Contains',
  misuse: listOf(2, 2, 'every Fn::Contains object requires a list of strings and a string'),
  operands: ofValues,
  isTrue: ({ values: [list, value] }) => asList(list).includes(asText(value)),
};

const eachMemberEquals: LogicFunction = {
  name: 'Fn::EachMemberEquals',
  misuse: listOf(2, 2, 'every Fn::EachMemberEquals object requires a list of strings and a string'),
  operands: ofValues,
  isTrue: ({ values: [list, value] }) => asList(list).every((item) => item === asText(value)),
};

const eachMemberIn: LogicFunction = {
  name: 'Fn::EachMemberIn',
  misuse: listOf(2, 2, 'every Fn::EachMemberIn object requires two lists of strings'),
  operands: ofValues,
  isTrue: ({ values: [list, allowed] }) => asList(list).every((item) => asList(allowed).includes(item)),
};

/** CloudFormation compares texts: the number 1 and the text `1` are equal. */
const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(asText) : []);

const byName = (...functions: LogicFunction[]) => new Map(functions.map((known) => [known.name, known]));

export const conditionFunctions: ReadonlyMap<string, LogicFunction> = byName(and, equals, not, or);

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html */
export const ruleFunctions: ReadonlyMap<string, LogicFunction> = byName(
  and,
  contains,
  eachMemberEquals,
  eachMemberIn,
  equals,
  not,
  or,
);
