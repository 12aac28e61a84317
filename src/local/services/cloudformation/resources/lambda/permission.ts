import type { AddPermissionRequest, RemovePermissionRequest } from '@aws-sdk/client-lambda';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object(
  {
    Action: text,
    EventSourceToken: text,
    FunctionName: text,
    Principal: text,
    PrincipalOrgID: text,
    SourceAccount: text,
    SourceArn: text,
  },
  ['Action', 'FunctionName', 'Principal'],
);

export const permission = resourceType<Read<typeof properties>>({
  type: 'AWS::Lambda::Permission',
  properties,
  attributes: ['Id'],

  async create(wanted, context) {
    const StatementId = context.generateName(100);
    await context.call('lambda', 'AddPermission', { ...wanted, StatementId } satisfies AddPermissionRequest);
    context.identify(StatementId);
    return { physicalId: StatementId, attributes: { Id: StatementId } };
  },

  async delete({ physicalId: StatementId, properties: { FunctionName } }, context) {
    const input: RemovePermissionRequest = { FunctionName, StatementId };
    await unlessGone(context.call('lambda', 'RemovePermission', input));
  },
});
