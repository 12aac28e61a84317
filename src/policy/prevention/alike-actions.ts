/** What is denied about the guard's parts beside the catalogued calls: other names for the same end. */
export const ALIKE_ON_GUARD: readonly string[] = [
  'cloudformation:RollbackStack',
  'cloudformation:UpdateStackSet',
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PutItem',
  'dynamodb:PutResourcePolicy',
  'dynamodb:UpdateTable',
  'dynamodb:UpdateTimeToLive',
  // Whoever makes a role of the guard's name, or passes the guard's to a function of his own, would be exempt as the guard is.
  'iam:CreateRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PassRole',
  'lambda:AddPermission',
  'lambda:DeleteFunctionEventInvokeConfig',
  'lambda:PutRuntimeManagementConfig',
  'sqs:AddPermission',
  'sqs:RemovePermission',
];

/** The same for log files: what makes them deletable, or others' to read. */
export const ALIKE_ON_BUCKET: readonly string[] = [
  's3:BypassGovernanceRetention',
  's3:PutObjectAcl',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectVersionAcl',
];

/** What makes somebody a spared role, or lends him its rights. Who may assume one, its trust policy says. */
export const TAKING_A_ROLE: readonly string[] = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PassRole',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:UpdateAssumeRolePolicy',
];

export const ALIKE_ON_ROLE: readonly string[] = ['iam:DeleteRolePermissionsBoundary'];
