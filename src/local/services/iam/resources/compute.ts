import { arnOf } from '../arn-of.ts';
import { all, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

/** A function by name, by ARN or by `111122223333:function:name`, with the version or alias that is meant. */
const lambdaFunction: ResourceRule = ({ FunctionName, Qualifier }, call) =>
  texts(FunctionName).map((text) => {
    const [name = '', ofName] = text.replace(/^.*:?function:/, '').split(':');
    const owner = /:(\d{12}):/.exec(`:${text}`)?.[1] ?? call.accountId;
    const qualifier = texts(Qualifier)[0] ?? ofName;
    return arnOf(
      { ...call, accountId: owner },
      'lambda',
      `function:${name}${qualifier ? `:${qualifier}` : ''}`,
    );
  });

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambda: ResourceRules = new Map([
  ...all(
    lambdaFunction,
    'AddPermission',
    'CreateAlias',
    'CreateFunction',
    'DeleteAlias',
    'DeleteFunction',
    'DeleteFunctionConcurrency',
    'DeleteFunctionEventInvokeConfig',
    'GetAlias',
    'GetFunction',
    'GetFunctionCodeSigningConfig',
    'GetFunctionConcurrency',
    'GetFunctionConfiguration',
    'GetFunctionEventInvokeConfig',
    'GetFunctionRecursionConfig',
    'GetPolicy',
    'Invoke',
    'ListAliases',
    'ListVersionsByFunction',
    'PublishVersion',
    'PutFunctionConcurrency',
    'PutFunctionEventInvokeConfig',
    'PutFunctionRecursionConfig',
    'RemovePermission',
    'UpdateAlias',
    'UpdateFunctionCode',
    'UpdateFunctionConfiguration',
    'UpdateFunctionEventInvokeConfig',
  ),
  ...all(
    named('UUID', (id, call) => arnOf(call, 'lambda', `event-source-mapping:${id}`)),
    'DeleteEventSourceMapping',
    'GetEventSourceMapping',
    'UpdateEventSourceMapping',
  ),
  ...all(
    named('Resource', (name) => name),
    'ListTags',
    'TagResource',
    'UntagResource',
  ),
]);

/** A stack by its name stands for every stack of that name, past ones included. */
const stack = named('StackName', (name, call) => arnOf(call, 'cloudformation', `stack/${name}/*`));

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html */
export const cloudformation: ResourceRules = new Map([
  ...all(
    stack,
    'CreateChangeSet',
    'CreateStack',
    'DeleteChangeSet',
    'DeleteStack',
    'DescribeChangeSet',
    'DescribeStackEvents',
    'DescribeStackResource',
    'DescribeStackResources',
    'DescribeStacks',
    'ExecuteChangeSet',
    'GetTemplate',
    'GetTemplateSummary',
    'ListStackResources',
    'UpdateStack',
    'UpdateTerminationProtection',
  ),
]);
