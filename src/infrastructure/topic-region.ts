import { Aws, Fn } from 'aws-cdk-lib';

/**
 * The Region of a topic, and the stack's own when none is given: the fourth part of the ARN, or of what is put behind
 * an empty one.
 */
export const topicRegion = (topicArn: string): string =>
  Fn.select(3, Fn.split(':', Fn.join(':::', [topicArn, Aws.REGION])));
