import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { functionCode } from './code/function-code.ts';
import { findLatest } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { functionSettings } from './function-settings.ts';
import { publishVersion } from './publish-version.ts';
import { checkRevision, revise } from './revise.ts';

export const UpdateFunctionCode: Operation<UpdateFunctionCodeRequest, FunctionConfiguration> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'SourceKMSKeyArn', 'PublishTo');
  const fn = findLatest(input.FunctionName, call);
  checkRevision(fn, input.RevisionId);
  const { world } = call;
  const code = functionCode(input);
  const settings = functionSettings(
    { Architectures: input.Architectures },
    { world, name: fn.name },
    fn.settings,
  );
  if (input.DryRun) return functionConfiguration({ ...fn, code, settings });
  revise(world, fn, { code, settings });
  return functionConfiguration(input.Publish ? publishVersion(world, fn) : fn);
};
