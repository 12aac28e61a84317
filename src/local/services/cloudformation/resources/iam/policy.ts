import type { DeleteRolePolicyRequest, PutRolePolicyRequest } from '@aws-sdk/client-iam';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { json, list, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

/** Inline policies of users and groups are not known here, so neither are the properties Users and Groups. */
const properties = object({ PolicyDocument: json, PolicyName: text, Roles: list(text) }, [
  'PolicyDocument',
  'PolicyName',
  'Roles',
]);
type Properties = Read<typeof properties>;

export const policy = resourceType<Properties>({
  type: 'AWS::IAM::Policy',
  properties,
  attributes: ['Id'],
  createOnly: ['PolicyName'],
  needsIamCapability: true,

  async create(wanted, context) {
    const physicalId = context.generateName(128);
    context.identify(physicalId);
    await putPolicy(wanted, context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  async update({ physicalId, properties: wanted, previous }, context) {
    await putPolicy(wanted, context);
    await deletePolicy(
      { ...previous, Roles: previous.Roles.filter((role) => !wanted.Roles.includes(role)) },
      context,
    );
    return { physicalId, attributes: { Id: physicalId } };
  },

  async delete({ properties: existing }, context) {
    await deletePolicy(existing, context);
  },
});

async function putPolicy(
  { PolicyName, PolicyDocument, Roles }: Properties,
  context: ResourceContext,
): Promise<void> {
  for (const RoleName of Roles) {
    const input: PutRolePolicyRequest = {
      RoleName,
      PolicyName,
      PolicyDocument: JSON.stringify(PolicyDocument),
    };
    await context.call('iam', 'PutRolePolicy', input);
  }
}

async function deletePolicy({ PolicyName, Roles }: Properties, context: ResourceContext): Promise<void> {
  for (const RoleName of Roles) {
    const input: DeleteRolePolicyRequest = { RoleName, PolicyName };
    await unlessGone(context.call('iam', 'DeleteRolePolicy', input));
  }
}
