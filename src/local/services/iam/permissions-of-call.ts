import type { Call, CallRequest } from '../../endpoint/operation.ts';
import { mappingsOf } from '../lambda/store.ts';
import { actionOfCall } from './action-of-call.ts';
import { arnOf } from './arn-of.ts';
import type { AccessRequest } from './policy/evaluate.ts';
import { resourcesOfCall } from './resource-of-call.ts';
import { s3Permissions } from './s3-permissions.ts';

/** Everything a caller must be allowed for one call to go through. */
export function permissionsOfCall(request: CallRequest): readonly AccessRequest[] {
  const context = contextOf(request);
  const own = ownPermissions(request).map((permission) => ({ ...permission, context }));
  const passed = passedRoles(request).map(({ roleArn, toService }) => ({
    action: 'iam:PassRole',
    resource: roleArn,
    context: new Map([...context, ['iam:passedtoservice', toService]]),
  }));
  return [...own, ...passed];
}

type Permission = Omit<AccessRequest, 'context'>;

function ownPermissions(request: CallRequest): readonly Permission[] {
  const { service, operation, input } = request;
  if (service === 'dynamodb' && operation.startsWith('Transact')) return transactPermissions(request);
  if (service === 's3') return s3Permissions(request);
  const action = actionOfCall(service, operation, input);
  return resourcesOfCall(request).map((resource) => ({ action, resource }));
}

/** A transaction needs what its parts would need alone. */
function transactPermissions({ input, call }: CallRequest): readonly Permission[] {
  const { TransactItems: items = [] } = Object(input) as { TransactItems?: readonly object[] };
  const permissions = items.flatMap((item) =>
    Object.entries(item).map(([kind, part]) => ({
      action: `dynamodb:${transactActions.get(kind) ?? kind}`,
      resource: arnOf(call, 'dynamodb', `table/${Object(part).TableName}`),
    })),
  );
  return permissions.length > 0 ? permissions : [{ action: 'dynamodb:PutItem', resource: '*' }];
}

const transactActions = new Map([
  ['Get', 'GetItem'],
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'ConditionCheckItem'],
]);

interface PassedRole {
  readonly roleArn: string;
  readonly toService: string;
}

/** Members that hand a role to a service: who does that could lend himself the role's rights. */
const passingMembers = new Map<string, readonly [member: string, toService: string]>([
  ['cloudtrail:CreateTrail', ['CloudWatchLogsRoleArn', 'cloudtrail.amazonaws.com']],
  ['cloudtrail:UpdateTrail', ['CloudWatchLogsRoleArn', 'cloudtrail.amazonaws.com']],
  ['lambda:CreateFunction', ['Role', 'lambda.amazonaws.com']],
  ['lambda:UpdateFunctionConfiguration', ['Role', 'lambda.amazonaws.com']],
  ['cloudformation:CreateStack', ['RoleARN', 'cloudformation.amazonaws.com']],
  ['cloudformation:UpdateStack', ['RoleARN', 'cloudformation.amazonaws.com']],
  ['events:PutRule', ['RoleArn', 'events.amazonaws.com']],
  ['ec2:CreateFlowLogs', ['DeliverLogsPermissionArn', 'vpc-flow-logs.amazonaws.com']],
  ['securitylake:CreateDataLake', ['metaStoreManagerRoleArn', 'lambda.amazonaws.com']],
  ['s3control:CreateJob', ['RoleArn', 'batchoperations.s3.amazonaws.com']],
  ['logs:PutSubscriptionFilter', ['roleArn', 'logs.amazonaws.com']],
]);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passedRoles({ service, operation, input }: CallRequest): readonly PassedRole[] {
  const members = Object(input) as Record<string, unknown>;
  const [member = '', toService = ''] = passingMembers.get(`${service}:${operation}`) ?? [];
  if (member) return roles([members[member]], toService);
  if (service === 'scheduler') return roles([Object(members.Target).RoleArn], 'scheduler.amazonaws.com');
  if (operation === 'PutBucketReplication') {
    return roles([Object(members.ReplicationConfiguration).Role], 's3.amazonaws.com');
  }
  if (operation !== 'PutTargets') return [];
  const targets = [members.Targets].flat().map((target) => Object(target).RoleArn);
  return roles(targets, 'events.amazonaws.com');
}

const roles = (arns: readonly unknown[], toService: string): readonly PassedRole[] =>
  arns
    .filter((arn) => typeof arn === 'string' && arn !== '')
    .map((arn) => ({ roleArn: String(arn), toService }));

/** The condition keys of a call. The endpoint stands for one behind TLS, so a caller counts as one who came over it. */
function contextOf({ service, operation, input, call }: CallRequest): Map<string, string> {
  const { caller, region } = call;
  const context = new Map([
    ['aws:principalaccount', caller.accountId],
    ['aws:principalarn', caller.role?.arn ?? caller.arn],
    ['aws:principalisawsservice', String(caller.type === 'AWSService')],
    ['aws:requestedregion', region],
    ['aws:securetransport', 'true'],
    ['aws:multifactorauthpresent', 'false'],
    ...(caller.sourceFunctionArn ? [['lambda:sourcefunctionarn', caller.sourceFunctionArn] as const] : []),
  ]);
  const { Namespace: namespace, ExternalId: externalId } = Object(input) as Record<string, unknown>;
  if (service === 'monitoring' && typeof namespace === 'string')
    context.set('cloudwatch:namespace', namespace);
  if (service === 'sts' && typeof externalId === 'string') context.set('sts:externalid', externalId);
  const functionArn = service === 'lambda' ? functionOfMapping(input, call) : undefined;
  if (functionArn) context.set('lambda:functionarn', functionArn);
  return service === 'iam' ? new Map([...context, ...iamContext(operation, input)]) : context;
}

/**
 * Which function an event source mapping is for: the one that the request names, and else the one that it has.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
function functionOfMapping(input: unknown, { world, accountId, region }: Call): string | undefined {
  const { UUID: uuid } = Object(input) as Record<string, unknown>;
  return typeof uuid === 'string' ? mappingsOf(world, accountId, region).get(uuid)?.functionArn : undefined;
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html */
function iamContext(operation: string, input: unknown): ReadonlyMap<string, string> {
  const { PolicyArn, PermissionsBoundary } = Object(input) as Record<string, unknown>;
  const context = new Map<string, string>();
  if (/^(Attach|Detach)/.test(operation)) context.set('iam:policyarn', String(PolicyArn));
  if (typeof PermissionsBoundary === 'string') context.set('iam:permissionsboundary', PermissionsBoundary);
  return context;
}
