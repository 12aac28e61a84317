import { arnOf } from '../arn-of.ts';
import { all, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

const flowLogs: ResourceRule = ({ FlowLogIds }, call) =>
  texts(FlowLogIds).map((id) => arnOf(call, 'ec2', `vpc-flow-log/${id}`));

/** New flow logs, of whatever id, and the VPCs that they are of. */
const flowLogsOfVpcs: ResourceRule = ({ ResourceIds }, call) => [
  arnOf(call, 'ec2', 'vpc-flow-log/*'),
  ...texts(ResourceIds).map((id) => arnOf(call, 'ec2', `vpc/${id}`)),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
export const ec2: ResourceRules = new Map([
  ...all(flowLogs, 'DeleteFlowLogs'),
  ...all(flowLogsOfVpcs, 'CreateFlowLogs'),
]);

const queryLogConfig: ResourceRule = ({ ResolverQueryLogConfigId: id }, call) => [
  arnOf(call, 'route53resolver', `resolver-query-log-config/${texts(id)[0] ?? '*'}`),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html */
export const route53resolver: ResourceRules = new Map([
  ...all(
    queryLogConfig,
    'AssociateResolverQueryLogConfig',
    'CreateResolverQueryLogConfig',
    'DeleteResolverQueryLogConfig',
    'DisassociateResolverQueryLogConfig',
    'GetResolverQueryLogConfig',
  ),
]);
