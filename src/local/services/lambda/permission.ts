import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../s3/resource-policy.ts';
import { lookUpFunction } from './find-function.ts';
import type { LambdaFunction } from './store.ts';

/** A function's resource policy; undefined while nobody was given a permission. */
export const policyOf = ({ permissions }: LambdaFunction): string | undefined =>
  permissions.size === 0
    ? undefined
    : JSON.stringify({
        Version: '2012-10-17',
        Id: 'default',
        Statement: [...permissions.values()].map((statement) => JSON.parse(statement)),
      });

/** Whether an AWS service may invoke a function for one of its resources. */
export function mayInvoke(
  world: World,
  functionArn: string,
  principal: string,
  sourceArn: string,
  sourceAccount = sourceArn.split(':')[4] ?? '',
): boolean {
  const fn = lookUpFunction(world, functionArn);
  if (!fn) return false;
  const context = new Map([
    ['AWS:SourceArn', sourceArn],
    ['AWS:SourceAccount', sourceAccount],
  ]);
  return isAllowed(policyOf(fn), {
    principal: { service: principal },
    action: 'lambda:InvokeFunction',
    resource: functionArn,
    context,
  });
}

/**
 * Lets other accounts invoke a function only if its policy does. What the caller's own policies say was asked before.
 * @throws ServiceError `AccessDeniedException`
 */
export function checkMayInvoke(fn: LambdaFunction, { accountId, arn, role }: Caller): void {
  if (accountId === fn.accountId) return;
  const principal = { arn: role?.arn ?? arn, accountId };
  const request = { principal, action: 'lambda:InvokeFunction', resource: fn.arn };
  if (isAllowed(policyOf(fn), request)) return;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${arn} is not authorized to perform: lambda:InvokeFunction on resource: ${fn.arn} because no resource-based policy allows the lambda:InvokeFunction action`,
    403,
  );
}
