import type { Capability } from '@aws-sdk/client-cloudformation';
import { ServiceError } from '../../endpoint/service-error.ts';
import { resourceTypeOf } from './deployment/accept-template.ts';
import { isJsonObject } from './template/json-object.ts';
import type { ResourceDeclaration, Template } from './template/template.ts';

/**
 * What a template's author must acknowledge, and the resource types it is for.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 */
export function requiredCapabilities(template: Template) {
  const needing = [...template.resources.values()].filter(
    ({ type }) => resourceTypeOf(type).needsIamCapability,
  );
  const capability: Capability = needing.some(hasOwnName) ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
  const types = [...new Set(needing.map(({ type }) => type))];
  return {
    capabilities: types.length > 0 ? [capability] : [],
    reason:
      types.length > 0 ? `The following resource(s) require capabilities: [${types.join(', ')}]` : undefined,
  };
}

export function assertCapabilities(template: Template, given: readonly Capability[]): void {
  const { capabilities } = requiredCapabilities(template);
  // Who may create roles of any name may also create those with generated names.
  const missing = capabilities.filter(
    (capability) => !given.includes(capability) && !given.includes('CAPABILITY_NAMED_IAM'),
  );
  if (missing.length === 0) return;
  throw new ServiceError(
    'InsufficientCapabilitiesException',
    `Requires capabilities : [${missing.join(', ')}]`,
  );
}

function hasOwnName({ type, properties }: ResourceDeclaration): boolean {
  const { nameProperty } = resourceTypeOf(type);
  return nameProperty !== undefined && isJsonObject(properties) && Object.hasOwn(properties, nameProperty);
}
