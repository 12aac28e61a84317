import type { Call } from '../../../endpoint/operation.ts';
import { arnOf } from '../arn-of.ts';
import { linkedRoleName } from '../service-linked-roles.ts';
import { iamAccount } from '../store.ts';
import { all, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

/** Parameters whose name is a path begin with a slash that their ARN does not double. A version or label is no part of it. */
const parameterArn = (name: string, call: Call) =>
  arnOf(call, 'ssm', `parameter/${name.replace(/^\//, '').replace(/:[^:/]+$/, '')}`);
const parameter = (member: string) => named(member, parameterArn);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const ssm: ResourceRules = new Map([
  ...all(
    parameter('Name'),
    'DeleteParameter',
    'GetParameter',
    'GetParameterHistory',
    'LabelParameterVersion',
    'PutParameter',
  ),
  ...all(parameter('Names'), 'DeleteParameters', 'GetParameters'),
  ...all(parameter('Path'), 'GetParametersByPath'),
  ...all(parameter('ResourceId'), 'AddTagsToResource', 'ListTagsForResource', 'RemoveTagsFromResource'),
]);

/** Policies for keys speak of key ARNs; which key an alias means is not known here, so an alias needs `*`. */
const key: ResourceRule = ({ KeyId }, call) =>
  texts(KeyId)
    .filter((id) => !/(^|:)alias\//.test(id))
    .map((id) => (id.startsWith('arn:') ? id : arnOf(call, 'kms', `key/${id}`)));

/** An alias and the key that it is to mean. */
const aliasAndKey: ResourceRule = ({ AliasName, TargetKeyId }, call) => [
  ...texts(AliasName).map((name) => arnOf(call, 'kms', name)),
  ...key({ KeyId: TargetKeyId }, call),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
export const kms: ResourceRules = new Map([
  ...all(
    key,
    'CancelKeyDeletion',
    'CreateGrant',
    'Decrypt',
    'DeleteImportedKeyMaterial',
    'DescribeKey',
    'DisableKey',
    'DisableKeyRotation',
    'EnableKey',
    'EnableKeyRotation',
    'Encrypt',
    'GenerateDataKey',
    'GetKeyPolicy',
    'GetKeyRotationStatus',
    'GetParametersForImport',
    'ImportKeyMaterial',
    'ListGrants',
    'ListKeyPolicies',
    'ListResourceTags',
    'PutKeyPolicy',
    'RetireGrant',
    'RevokeGrant',
    'ScheduleKeyDeletion',
    'TagResource',
    'UntagResource',
    'UpdateKeyDescription',
  ),
  ...all(aliasAndKey, 'CreateAlias', 'DeleteAlias', 'UpdateAlias'),
]);

const hub: ResourceRule = (_input, call) => [arnOf(call, 'securityhub', 'hub/default')];
const productsOfFindings: ResourceRule = ({ Findings: findings }) => [
  ...new Set([findings].flat().flatMap((finding) => texts(Object(finding).ProductArn))),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html */
export const securityhub: ResourceRules = new Map([
  ...all(productsOfFindings, 'BatchImportFindings'),
  ...all(hub, 'BatchUpdateFindings', 'DescribeHub', 'DisableSecurityHub', 'EnableSecurityHub', 'GetFindings'),
]);

const lake: ResourceRule = (_input, call) => [arnOf(call, 'securitylake', 'data-lake/default')];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsecuritylake.html */
export const securitylake: ResourceRules = new Map([
  ...all(lake, 'CreateAwsLogSource', 'CreateDataLake', 'DeleteAwsLogSource', 'DeleteDataLake'),
]);

const detector = named('DetectorId', (id, call) => arnOf(call, 'guardduty', `detector/${id}`));

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonguardduty.html */
export const guardduty: ResourceRules = new Map([
  ...all(
    detector,
    'ArchiveFindings',
    'CreateSampleFindings',
    'DeleteDetector',
    'GetDetector',
    'GetFindings',
    'ListFindings',
    'UpdateDetector',
  ),
]);

/** The path is part of a role's or user's ARN and only they themselves know it; a new one says it. */
const role: ResourceRule = ({ RoleName, Path }, call) =>
  texts(RoleName).map((name) => {
    const known = iamAccount(call.world, call.accountId).roles.get(name);
    return known?.arn ?? iamArn(call, `role${texts(Path)[0] ?? '/'}${name}`);
  });
const user: ResourceRule = ({ UserName, Path }, call) =>
  texts(UserName).map((name) => {
    const known = iamAccount(call.world, call.accountId).users.get(name);
    return known?.arn ?? iamArn(call, `user${texts(Path)[0] ?? '/'}${name}`);
  });
/** A managed policy is named by its ARN; a new one says name and path. */
const managedPolicy: ResourceRule = ({ PolicyArn, PolicyName, Path }, call) => {
  if (PolicyArn !== undefined) return texts(PolicyArn);
  return texts(PolicyName).map((name) => iamArn(call, `policy${texts(Path)[0] ?? '/'}${name}`));
};
const linkedRole: ResourceRule = ({ AWSServiceName }, call) =>
  texts(AWSServiceName).map((service) =>
    iamArn(call, `role/aws-service-role/${service}/${linkedRoleName(service) ?? '*'}`),
  );
const iamArn = ({ partition, accountId }: Call, resource: string) =>
  `arn:${partition}:iam::${accountId}:${resource}`;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html */
export const iam: ResourceRules = new Map([
  ...all(
    role,
    'AttachRolePolicy',
    'CreateRole',
    'DeleteRole',
    'DeleteRolePermissionsBoundary',
    'DeleteRolePolicy',
    'DeleteServiceLinkedRole',
    'DetachRolePolicy',
    'GetRole',
    'GetRolePolicy',
    'ListAttachedRolePolicies',
    'ListInstanceProfilesForRole',
    'ListRolePolicies',
    'ListRoleTags',
    'PutRolePermissionsBoundary',
    'PutRolePolicy',
    'TagRole',
    'UntagRole',
    'UpdateAssumeRolePolicy',
    'UpdateRole',
  ),
  ...all(
    user,
    'AttachUserPolicy',
    'CreateAccessKey',
    'CreateUser',
    'DeleteAccessKey',
    'DeleteLoginProfile',
    'DeleteUser',
    'DeleteUserPermissionsBoundary',
    'DeleteUserPolicy',
    'DetachUserPolicy',
    'GetUser',
    'GetUserPolicy',
    'ListAccessKeys',
    'ListAttachedUserPolicies',
    'ListGroupsForUser',
    'ListMFADevices',
    'ListServiceSpecificCredentials',
    'ListSigningCertificates',
    'ListSSHPublicKeys',
    'ListUserPolicies',
    'PutUserPermissionsBoundary',
    'PutUserPolicy',
  ),
  ...all(
    managedPolicy,
    'CreatePolicy',
    'CreatePolicyVersion',
    'DeletePolicy',
    'DeletePolicyVersion',
    'GetPolicy',
    'GetPolicyVersion',
    'ListEntitiesForPolicy',
    'ListPolicyTags',
    'ListPolicyVersions',
    'SetDefaultPolicyVersion',
    'TagPolicy',
    'UntagPolicy',
  ),
  ...all(linkedRole, 'CreateServiceLinkedRole'),
]);

export const sts: ResourceRules = new Map([
  ...all(
    named('RoleArn', (name) => name),
    'AssumeRole',
  ),
]);
