import type { Call } from '../../endpoint/operation.ts';

/** An ARN in the account, Region and partition of a call. */
export const arnOf = ({ partition, region, accountId }: Call, service: string, resource: string): string =>
  `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
