import type {
  DeleteFunctionEventInvokeConfigRequest,
  PutFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const destination = object({ Destination: text }, ['Destination']);
const properties = object(
  {
    DestinationConfig: object({ OnFailure: destination, OnSuccess: destination }),
    FunctionName: text,
    MaximumEventAgeInSeconds: integer,
    MaximumRetryAttempts: integer,
    Qualifier: text,
  },
  ['FunctionName', 'Qualifier'],
);
type Properties = Read<typeof properties>;

export const eventInvokeConfig = resourceType<Properties>({
  type: 'AWS::Lambda::EventInvokeConfig',
  properties,
  attributes: [],
  createOnly: ['FunctionName', 'Qualifier'],

  async create(wanted, context) {
    await put(wanted, context);
    const physicalId = context.generateName(128);
    context.identify(physicalId);
    return { physicalId, attributes: {} };
  },

  async update({ physicalId, properties: wanted }, context) {
    await put(wanted, context);
    return { physicalId, attributes: {} };
  },

  async delete({ properties: { FunctionName, Qualifier } }, context) {
    const input: DeleteFunctionEventInvokeConfigRequest = { FunctionName, Qualifier };
    await unlessGone(context.call('lambda', 'DeleteFunctionEventInvokeConfig', input));
  },
});

/** PutFunctionEventInvokeConfig replaces all of it. */
async function put(wanted: Properties, context: ResourceContext): Promise<void> {
  const input: PutFunctionEventInvokeConfigRequest = wanted;
  await context.call('lambda', 'PutFunctionEventInvokeConfig', input);
}
