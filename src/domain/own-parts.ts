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
  return stackName !== undefined && stackName !== '' && isNamedAfter(stackName, lastName(target));
}

/**
 * `STACK-LogicalId-1A2B3C4D5E6F`; of a stack whose own name only begins like this one's, more follows. CloudFormation cuts a long stack's
 * name, such as a StackSet's, to make room for the rest.
 */
function isNamedAfter(stackName: string, name: string): boolean {
  if (stackName.length > LEAST_KEPT) return name.startsWith(stackName.slice(0, LEAST_KEPT));
  const own = `${stackName}-`;
  return name.startsWith(own) && name.slice(own.length).split('-').length === 2;
}

const LEAST_KEPT = 24;

/** The name at the end of an ARN, a path or a queue's URL; a subscription's ARN ends with an id after its topic's name. */
const lastName = (target: string): string =>
  target
    .replace(/:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '')
    .split(/[/:]/)
    .at(-1) ?? '';
