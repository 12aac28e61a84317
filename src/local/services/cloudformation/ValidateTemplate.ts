import type { ValidateTemplateInput, ValidateTemplateOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { requiredCapabilities } from './capabilities.ts';
import { acceptTemplate } from './deployment/accept-template.ts';
import { requireTemplateText } from './template-source.ts';

export const ValidateTemplate: Operation<ValidateTemplateInput, ValidateTemplateOutput> = async (
  input,
  call,
) => {
  const template = acceptTemplate(await requireTemplateText(input, call));
  const { capabilities, reason } = requiredCapabilities(template);
  return {
    Parameters: [...template.parameters].map(([ParameterKey, declaration]) => ({
      ParameterKey,
      DefaultValue: declaration.default,
      NoEcho: declaration.noEcho,
      Description: declaration.description,
    })),
    Description: template.description,
    Capabilities: capabilities,
    CapabilitiesReason: reason,
    DeclaredTransforms: [],
  };
};
