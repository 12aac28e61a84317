import type { ResourcePolicy } from '@aws-sdk/client-cloudwatch-logs';
import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../s3/resource-policy.ts';

const policies = { name: 'logs.resource-policies', create: () => new Map<string, ResourcePolicy>() };

/** An account's resource policies in a Region, by name. They let AWS's services write to log groups. */
export const resourcePoliciesOf = (
  world: World,
  accountId: string,
  region: string,
): Map<string, ResourcePolicy> => world.store(policies, accountId, region);

/**
 * Whether a service may write to a log group for one of its resources.
 * @param groupArn without `:*` at its end
 */
export function mayWriteLogs(world: World, groupArn: string, service: string, sourceArn: string): boolean {
  const [, , , region = '', accountId = ''] = groupArn.split(':');
  const documents = [...resourcePoliciesOf(world, accountId, region).values()].map(
    ({ policyDocument = '' }) => policyDocument,
  );
  const context = new Map([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', sourceArn.split(':')[4] ?? ''],
  ]);
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
    documents.some((document) =>
      isAllowed(document, { principal: { service }, action, resource: `${groupArn}:log-stream:s`, context }),
    ),
  );
}
