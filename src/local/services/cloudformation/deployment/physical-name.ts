import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const randomLength = 12;

/**
 * The name that CloudFormation gives the real thing: `stack-LogicalId-1A2B3C4D5E6F`. When that is too long, stack and
 * logical id are cut, each to half of what there is room for, or more if the other needs less.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function physicalName(stackName: string, logicalId: string, maxLength: number): string {
  const room = maxLength - randomLength - '--'.length;
  const half = Math.floor(room / 2);
  const stackLength = Math.max(half, room - logicalId.length);
  const stack = stackName.slice(0, stackLength);
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${stack}-${logicalId.slice(0, room - stack.length)}-${random}`;
}
