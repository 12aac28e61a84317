import { randomUUID } from 'node:crypto';
import type { InvocationRequest } from '@aws-sdk/client-lambda';
import { ServiceError } from '../../../../endpoint/service-error.ts';
import { awaitAnswer } from '../../deployment/custom-resource-responses.ts';
import { hasUnresolved } from '../../template/scope.ts';
import { templateError } from '../../template/template-error.ts';
import type { ResourceContext } from '../resource-context.ts';
import type { Made } from '../resource-type.ts';
import { resourceType } from '../resource-type.ts';
import type { Read, Shape } from '../shape/index.ts';
import { stringified } from '../shape/index.ts';
import { type CustomResourceAnswer, readAnswer } from './custom-resource-answer.ts';

type Properties = Read<typeof stringified>;

/** Any properties, as texts; what CloudFormation itself reads of them is checked. */
const properties: Shape<Properties> = {
  unknownNames: stringified.unknownNames,
  read(value, at) {
    const read = stringified.read(value, at);
    if (!Object.hasOwn(read, 'ServiceToken'))
      throw templateError('required property [ServiceToken] not found', at);
    if (!hasUnresolved(read)) timeoutSeconds(read, at);
    return read;
  },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html */
export const customResource = resourceType<Properties>({
  type: 'AWS::CloudFormation::CustomResource',
  properties,
  attributes: 'any',

  async create(wanted, context) {
    // When the provider fails without naming what it made, the roll back asks it to delete something by this name.
    context.identify(context.generateName(128));
    return madeOf(await ask(wanted, { RequestType: 'Create' }, context), context);
  },

  async update({ physicalId, properties: wanted, previous }, context) {
    if (wanted.ServiceToken !== previous.ServiceToken) {
      throw new ServiceError('ValidationError', 'Modifying service token is not allowed.');
    }
    const request = {
      RequestType: 'Update',
      PhysicalResourceId: physicalId,
      OldResourceProperties: previous,
    };
    return madeOf(await ask(wanted, request, context), context);
  },

  async delete({ physicalId, properties: existing }, context) {
    await ask(existing, { RequestType: 'Delete', PhysicalResourceId: physicalId }, context);
  },
});

function madeOf(
  { PhysicalResourceId: physicalId, Data }: CustomResourceAnswer,
  context: ResourceContext,
): Made {
  if (!physicalId) throw new ServiceError('ValidationError', 'Invalid PhysicalResourceId');
  context.identify(physicalId);
  return { physicalId, attributes: Data };
}

/** Sends one request to the provider and waits for its answer. */
async function ask(
  wanted: Properties,
  request: object,
  context: ResourceContext,
): Promise<CustomResourceAnswer> {
  const repeated = {
    RequestId: randomUUID(),
    StackId: context.stackId,
    LogicalResourceId: context.logicalId,
  };
  const awaited = listen(repeated.RequestId, wanted, context);
  const payload = {
    ...request,
    ...repeated,
    ServiceToken: wanted.ServiceToken,
    ResponseURL: awaited.url,
    ResourceType: context.type,
    ResourceProperties: wanted,
  };
  try {
    await invoke(functionArnIn(wanted, context), payload, context);
    return accept(readAnswer(await awaited.body, repeated), repeated.RequestId, context);
  } finally {
    awaited.stop();
  }
}

function accept(
  answer: CustomResourceAnswer,
  requestId: string,
  context: ResourceContext,
): CustomResourceAnswer {
  if (answer.PhysicalResourceId) context.identify(answer.PhysicalResourceId);
  if (answer.Status === 'SUCCESS') return answer;
  throw new ServiceError(
    'CustomResourceFailed',
    `Received response status [FAILED] from custom resource. Message returned: ${answer.Reason} (RequestId: ${requestId})`,
  );
}

/** Waits for the provider's answer, as long as the template allows. */
function listen(requestId: string, wanted: Properties, { world }: ResourceContext) {
  const { promise: body, resolve, reject } = Promise.withResolvers<string | undefined>();
  // Awaited only after the provider was invoked; until then nobody hears of a failure.
  body.catch(() => {});
  const { url, forget } = awaitAnswer(world, resolve);
  const timeoutMs = timeoutSeconds(wanted, 'ServiceTimeout') * 1000;
  const cancel = world.clock.after(timeoutMs, () => reject(noAnswer(requestId)));
  const stop = () => {
    forget();
    cancel();
  };
  return { url, body, stop };
}

const noAnswer = (requestId: string) =>
  new ServiceError(
    'CustomResourceTimeout',
    `CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [${requestId}]. ` +
      'If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version.',
  );

async function invoke(FunctionName: string, payload: object, context: ResourceContext): Promise<void> {
  const Payload = Buffer.from(JSON.stringify(payload));
  const input: InvocationRequest = { FunctionName, InvocationType: 'Event', Payload };
  await context.call('lambda', 'Invoke', input);
}

function functionArnIn({ ServiceToken }: Properties, { partition, region }: ResourceContext): string {
  const arn = String(ServiceToken);
  if (arn.startsWith(`arn:${partition}:lambda:${region}:`)) return arn;
  throw new ServiceError(
    'ValidationError',
    `The embedded AWS takes only the ARN of a Lambda function in the stack's Region as ServiceToken, not ${arn}`,
  );
}

function timeoutSeconds({ ServiceTimeout = '3600' }: Properties, at: string): number {
  const seconds = Number(ServiceTimeout);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600) return seconds;
  throw templateError('ServiceTimeout must be an integer from 1 to 3600', at);
}
