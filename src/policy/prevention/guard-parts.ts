import { PARAMETER_PATH } from '../../domain/own-parts.ts';
import type { DenyOptions } from './deny-options.ts';

/** Where a guard's parts are, as names of what CloudFormation makes. */
export interface GuardStack {
  readonly partition: string;
  readonly stackName: string;
  /** Of the stack's roles. */
  readonly rolePath: string;
  /** Also the guards that a StackSet of that name puts into accounts. */
  readonly isOrganization: boolean;
}

/**
 * CloudFormation cuts a long stack's name to make room for the rest of a part's name; so much of it is always left.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
const LEAST_KEPT = 24;

/**
 * The names that the guard's stacks have or begin with: its own, and `StackSet-NAME-…` in accounts that a StackSet serves.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 */
const stackNames = ({ stackName, isOrganization }: GuardStack): readonly string[] =>
  isOrganization ? [stackName, `StackSet-${stackName}`] : [stackName];

const cut = (stackName: string): string =>
  stackName.length > LEAST_KEPT ? `${stackName.slice(0, LEAST_KEPT)}*` : `${stackName}-*`;

/** ARN patterns of everything that the guard's stacks make, but its event source mapping, whose name is chance. */
export function guardPartArns(stack: GuardStack): readonly string[] {
  const { partition } = stack;
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:*:*:${resource}`;
  return [
    ...stackNames(stack).flatMap((name) => {
      const part = cut(name);
      return [
        arn('cloudformation', `stack/${name === stack.stackName ? name : part}/*`),
        arn('cloudwatch', `alarm:${part}`),
        arn('dynamodb', `table/${part}`),
        arn('events', `rule/${part}`),
        `arn:${partition}:iam::*:role${stack.rolePath}${part}`,
        arn('lambda', `function:${part}`),
        arn('scheduler', `schedule/*/${part}`),
        arn('sns', part),
        arn('sqs', part),
      ];
    }),
    ...(stack.isOrganization ? [arn('cloudformation', `stackset/${stack.stackName}:*`)] : []),
    arn('ssm', `parameter${PARAMETER_PATH}*`),
  ];
}

/** ARN patterns of the stack's functions. */
export const guardFunctionArns = (stack: GuardStack): readonly string[] =>
  stackNames(stack).map((name) => `arn:${stack.partition}:lambda:*:*:function:${cut(name)}`);

/** ARN patterns of the role of the guard's function. */
export const guardRoleArns = (stack: GuardStack): readonly string[] =>
  namedParts(stack, 'FunctionRole').map(
    (name) => `arn:${stack.partition}:iam::*:role${stack.rolePath}${name}`,
  );

/** Whether a role is named after one of the guard's stacks. */
export function isOfStack(roleArn: string, stack: GuardStack): boolean {
  const name = roleArn.split('/').at(-1) ?? '';
  return stackNames(stack).some((stackName) => name.startsWith(cut(stackName).replace('*', '')));
}

/** Never a pattern that a name outside of `guardPartArns` fits: making a role of such a name is denied there. */
const namedParts = (stack: GuardStack, logicalId: string): readonly string[] =>
  stackNames(stack).map((name) => {
    const part = cut(name);
    return isWhole(name) ? `${name}-${logicalId}-*` : `${part}-${logicalId}-*`;
  });

/** A StackSet's stack has an id behind its name. */
const isWhole = (name: string): boolean => name.length <= LEAST_KEPT && !name.startsWith('StackSet-');

/** The guard's stack, of the options of a deny. */
export const guardStackOf = ({
  partition = 'aws',
  stackName = 'trailkeeper',
  rolePath = '/',
  isOrganization = false,
}: DenyOptions): GuardStack => ({ partition, stackName, rolePath, isOrganization });
