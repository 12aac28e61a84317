/** The partition a Region belongs to. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

const regionOfGlobalServices = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
]);

/**
 * The Region that carries out a partition's global services (IAM), whatever Region a client signed for.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 */
export const globalRegionOf = (partition: string): string =>
  regionOfGlobalServices.get(partition) ?? 'us-east-1';

const globalServices: readonly string[] = ['account', 'iam', 'organizations'];

/**
 * Whether one Region carries out all calls of a service, and records them.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html
 */
export const isGlobalService = (service: string): boolean => globalServices.includes(service);
