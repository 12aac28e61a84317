/** The parts of an Amazon Resource Name. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  /** What follows the account, such as `trail/main`. */
  readonly resource: string;
}

/** Reads an ARN; undefined when the text is none. Unknown partitions and Regions are read as they stand. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, accountId, ...resource] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || region === undefined || accountId === undefined) return;
  if (resource.length === 0) return;
  return { partition, service, region, accountId, resource: resource.join(':') };
}
