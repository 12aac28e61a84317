import type { Policy, PolicyVersion as VersionOutput } from '@aws-sdk/client-iam';
import type { World } from '../../endpoint/world.ts';
import { encodePolicy } from './describe.ts';
import { countUses } from './policy-holders.ts';
import type { ManagedPolicy, PolicyVersion } from './store.ts';
import { tagList } from './tags.ts';

/** A managed policy as lists show it: without description and tags. */
export const listedPolicy = (policy: ManagedPolicy, world: World, accountId: string): Policy => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.defaultVersionId,
  AttachmentCount: countUses(world, accountId, policy.arn, 'PermissionsPolicy'),
  PermissionsBoundaryUsageCount: countUses(world, accountId, policy.arn, 'PermissionsBoundary'),
  IsAttachable: true,
  CreateDate: new Date(policy.createdAt),
  UpdateDate: new Date(policy.updatedAt),
});

export const describedPolicy = (policy: ManagedPolicy, world: World, accountId: string): Policy => ({
  ...listedPolicy(policy, world, accountId),
  ...(policy.description !== undefined && { Description: policy.description }),
  Tags: tagList(policy.tags),
});

/** A version as lists show it: without what it says. */
export const listedVersion = (
  { defaultVersionId }: ManagedPolicy,
  version: PolicyVersion,
): VersionOutput => ({
  VersionId: version.id,
  IsDefaultVersion: version.id === defaultVersionId,
  CreateDate: new Date(version.createdAt),
});

export const describedVersion = (policy: ManagedPolicy, version: PolicyVersion): VersionOutput => ({
  ...listedVersion(policy, version),
  Document: encodePolicy(version.document),
});
