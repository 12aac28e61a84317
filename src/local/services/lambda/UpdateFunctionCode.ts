import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { functionCode } from './code/function-code.ts';
import { findFunction } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { functionSettings } from './function-settings.ts';
import { checkRevision, revise } from './revise.ts';

export const UpdateFunctionCode: Operation<UpdateFunctionCodeRequest, FunctionConfiguration> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'SourceKMSKeyArn', 'PublishTo');
  if (input.Publish) throw unsupported('published versions of functions');
  const fn = findFunction(input.FunctionName, call);
  checkRevision(fn, input.RevisionId);
  const { world } = call;
  const code = functionCode(input);
  const settings = functionSettings(
    { Architectures: input.Architectures },
    { world, name: fn.name },
    fn.settings,
  );
  if (!input.DryRun) revise(world, fn, { code, settings });
  return functionConfiguration({ ...fn, code, settings });
};
