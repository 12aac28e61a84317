import type { Settings } from './settings.ts';

/** Where baselines and windows lie. */
export const PARAMETER_PATH = '/trailkeeper/';

/**
 * Whether a record names a part of the guard itself. CloudFormation names everything it makes after the stack, so that no list
 * of parts can go stale.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
export function isOwnPart(target: string, { stackId, topicArn, roleArn }: Settings): boolean {
  const stackName = stackId.split('/')[1];
  if (target === stackId || target === topicArn || target === roleArn || target === stackName) return true;
  if (target.includes(PARAMETER_PATH)) return true;
  return stackName !== undefined && stackName !== '' && lastName(target).startsWith(prefixOf(stackName));
}

/** CloudFormation cuts a long stack's name, such as a StackSet's, to make room for the rest. */
const prefixOf = (stackName: string): string =>
  stackName.length > LEAST_KEPT ? stackName.slice(0, LEAST_KEPT) : `${stackName}-`;

const LEAST_KEPT = 24;

/** The name at the end of an ARN, a path or a queue's URL; a subscription's ARN ends with an id after its topic's name. */
const lastName = (target: string): string =>
  target
    .replace(/:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')
    .split(/[/:]/)
    .at(-1) ?? '';
