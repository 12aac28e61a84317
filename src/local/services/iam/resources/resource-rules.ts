import type { Call } from '../../../endpoint/operation.ts';

/** An operation's input, as far as its resources are concerned: every member may be missing or anything. */
export type Input = Readonly<Record<string, unknown>>;

/** The ARNs that a call acts on; none means that it has no resource. */
export type ResourceRule = (input: Input, call: Call) => readonly string[];

/** A service's operations with resource-level permissions. What is not here needs `*`. */
export type ResourceRules = ReadonlyMap<string, ResourceRule>;

/** Gives several operations the same rule. */
export const all = (rule: ResourceRule, ...operations: readonly string[]): [string, ResourceRule][] =>
  operations.map((operation) => [operation, rule]);

/** The texts that a member holds: one, several, or none. */
export const texts = (value: unknown): readonly string[] =>
  [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');

/** Members that name their resource by ARN or by a name. */
export const named =
  (member: string, toArn: (name: string, call: Call) => string): ResourceRule =>
  (input, call) =>
    texts(input[member]).map((name) => (name.startsWith('arn:') ? name : toArn(name, call)));
