import type { CfnRoleProps } from 'aws-cdk-lib/aws-iam';
import { type GuardConditions, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';

/** Where every role of the stack is, and what bounds it. */
export const rolePlace = (
  { rolePath, permissionsBoundaryArn }: GuardSettings,
  { boundsRoles }: GuardConditions,
): Pick<CfnRoleProps, 'path' | 'permissionsBoundary'> => ({
  path: rolePath,
  permissionsBoundary: when(boundsRoles, permissionsBoundaryArn).toString(),
});
