import { isDeepStrictEqual } from 'node:util';
import type {
  AttachRolePolicyRequest,
  CreateRoleRequest,
  CreateRoleResponse,
  DeleteRolePermissionsBoundaryRequest,
  DetachRolePolicyRequest,
  PutRolePermissionsBoundaryRequest,
  PutRolePolicyRequest,
  UpdateAssumeRolePolicyRequest,
  UpdateRoleRequest,
} from '@aws-sdk/client-iam';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, json, list, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const inlinePolicy = object({ PolicyName: text, PolicyDocument: json }, ['PolicyName', 'PolicyDocument']);
const properties = object(
  {
    AssumeRolePolicyDocument: json,
    Description: text,
    ManagedPolicyArns: list(text),
    MaxSessionDuration: integer,
    Path: text,
    PermissionsBoundary: text,
    Policies: list(inlinePolicy),
    RoleName: text,
    Tags: tagList,
  },
  ['AssumeRolePolicyDocument'],
);
type Properties = Read<typeof properties>;

export const role = resourceType<Properties>({
  type: 'AWS::IAM::Role',
  properties,
  attributes: ['Arn', 'RoleId'],
  createOnly: ['Path', 'RoleName'],
  nameProperty: 'RoleName',
  tagging: 'list',
  needsIamCapability: true,

  async create(wanted, context) {
    const RoleName = wanted.RoleName ?? context.generateName(64);
    const made = await context.call<CreateRoleResponse>('iam', 'CreateRole', {
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(wanted.AssumeRolePolicyDocument),
      Description: wanted.Description,
      MaxSessionDuration: wanted.MaxSessionDuration,
      Path: wanted.Path,
      PermissionsBoundary: wanted.PermissionsBoundary,
      Tags: wanted.Tags && [...wanted.Tags],
    } satisfies CreateRoleRequest);
    context.identify(RoleName);
    await attachPolicies(RoleName, wanted.ManagedPolicyArns ?? [], context);
    await putPolicies(RoleName, wanted.Policies ?? [], context);
    return { physicalId: RoleName, attributes: { Arn: made.Role?.Arn, RoleId: made.Role?.RoleId } };
  },

  async update({ physicalId: RoleName, properties: wanted, previous, attributes }, context) {
    await updateRoleItself(RoleName, wanted, previous, context);
    await updatePolicies(RoleName, wanted, previous, context);
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('iam', 'UntagRole', { RoleName, TagKeys });
    if (Tags.length > 0) await context.call('iam', 'TagRole', { RoleName, Tags });
    return { physicalId: RoleName, attributes };
  },

  async delete({ physicalId: RoleName, properties: existing }, context) {
    await detachPolicies(RoleName, existing.ManagedPolicyArns ?? [], context);
    await deletePolicies(RoleName, existing.Policies ?? [], context);
    await unlessGone(context.call('iam', 'DeleteRole', { RoleName }));
  },
});

async function updateRoleItself(
  RoleName: string,
  wanted: Properties,
  previous: Properties,
  context: ResourceContext,
): Promise<void> {
  if (!isDeepStrictEqual(wanted.AssumeRolePolicyDocument, previous.AssumeRolePolicyDocument)) {
    const PolicyDocument = JSON.stringify(wanted.AssumeRolePolicyDocument);
    const input: UpdateAssumeRolePolicyRequest = { RoleName, PolicyDocument };
    await context.call('iam', 'UpdateAssumeRolePolicy', input);
  }
  const { Description = '', MaxSessionDuration = 3600 } = wanted;
  if (
    wanted.Description !== previous.Description ||
    wanted.MaxSessionDuration !== previous.MaxSessionDuration
  ) {
    const input: UpdateRoleRequest = { RoleName, Description, MaxSessionDuration };
    await context.call('iam', 'UpdateRole', input);
  }
  await updateBoundary(RoleName, wanted, previous, context);
}

async function updateBoundary(
  RoleName: string,
  { PermissionsBoundary: wanted }: Properties,
  { PermissionsBoundary: previous }: Properties,
  context: ResourceContext,
): Promise<void> {
  if (wanted === previous) return;
  if (wanted !== undefined) {
    const input: PutRolePermissionsBoundaryRequest = { RoleName, PermissionsBoundary: wanted };
    await context.call('iam', 'PutRolePermissionsBoundary', input);
  } else {
    const input: DeleteRolePermissionsBoundaryRequest = { RoleName };
    await context.call('iam', 'DeleteRolePermissionsBoundary', input);
  }
}

async function updatePolicies(
  RoleName: string,
  { ManagedPolicyArns: wantedArns = [], Policies: wanted = [] }: Properties,
  { ManagedPolicyArns: previousArns = [], Policies: previous = [] }: Properties,
  context: ResourceContext,
): Promise<void> {
  const kept = new Set(wanted.map(({ PolicyName }) => PolicyName));
  await attachPolicies(
    RoleName,
    wantedArns.filter((arn) => !previousArns.includes(arn)),
    context,
  );
  await detachPolicies(
    RoleName,
    previousArns.filter((arn) => !wantedArns.includes(arn)),
    context,
  );
  await putPolicies(
    RoleName,
    wanted.filter((policy) => !previous.some((one) => isDeepStrictEqual(one, policy))),
    context,
  );
  await deletePolicies(
    RoleName,
    previous.filter(({ PolicyName }) => !kept.has(PolicyName)),
    context,
  );
}

type InlinePolicies = readonly Read<typeof inlinePolicy>[];

async function attachPolicies(
  RoleName: string,
  arns: readonly string[],
  context: ResourceContext,
): Promise<void> {
  for (const PolicyArn of arns) {
    await context.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn } satisfies AttachRolePolicyRequest);
  }
}

async function detachPolicies(
  RoleName: string,
  arns: readonly string[],
  context: ResourceContext,
): Promise<void> {
  for (const PolicyArn of arns) {
    const input: DetachRolePolicyRequest = { RoleName, PolicyArn };
    await unlessGone(context.call('iam', 'DetachRolePolicy', input));
  }
}

async function putPolicies(
  RoleName: string,
  policies: InlinePolicies,
  context: ResourceContext,
): Promise<void> {
  for (const { PolicyName, PolicyDocument } of policies) {
    const input: PutRolePolicyRequest = {
      RoleName,
      PolicyName,
      PolicyDocument: JSON.stringify(PolicyDocument),
    };
    await context.call('iam', 'PutRolePolicy', input);
  }
}

async function deletePolicies(
  RoleName: string,
  policies: InlinePolicies,
  context: ResourceContext,
): Promise<void> {
  for (const { PolicyName } of policies) {
    await unlessGone(context.call('iam', 'DeleteRolePolicy', { RoleName, PolicyName }));
  }
}
