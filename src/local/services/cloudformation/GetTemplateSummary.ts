import type {
  GetTemplateSummaryInput,
  GetTemplateSummaryOutput,
  ParameterDeclaration as ParameterDescription,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { requiredCapabilities } from './capabilities.ts';
import { acceptTemplate } from './deployment/accept-template.ts';
import { findStack } from './find-stack.ts';
import type { ParameterDeclaration } from './template/template.ts';
import { requireTemplateText } from './template-source.ts';

export const GetTemplateSummary: Operation<GetTemplateSummaryInput, GetTemplateSummaryOutput> = async (
  input,
  call,
) => {
  refuseUnsupported(input, 'StackSetName', 'TemplateSummaryConfig');
  const template = input.StackName
    ? findStack(input.StackName, call).definition.template
    : acceptTemplate(await requireTemplateText(input, call));
  const { capabilities, reason } = requiredCapabilities(template);
  return {
    Parameters: [...template.parameters].map(([name, declaration]) => describe(name, declaration)),
    Description: template.description,
    Capabilities: capabilities,
    CapabilitiesReason: reason,
    ResourceTypes: [...new Set([...template.resources.values()].map(({ type }) => type))],
    Version: '2010-09-09',
    Metadata: template.metadata === undefined ? undefined : JSON.stringify(template.metadata),
    DeclaredTransforms: [],
  };
};

const describe = (name: string, declaration: ParameterDeclaration): ParameterDescription => ({
  ParameterKey: name,
  DefaultValue: declaration.default,
  ParameterType: declaration.type,
  NoEcho: declaration.noEcho,
  Description: declaration.description,
  ParameterConstraints: declaration.allowedValues ? { AllowedValues: [...declaration.allowedValues] } : {},
});
