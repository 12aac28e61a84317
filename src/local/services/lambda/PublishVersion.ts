import type { FunctionConfiguration, PublishVersionRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findLatest } from './find-function.ts';
import { functionConfiguration } from './function-configuration.ts';
import { invalidParameter } from './lambda-error.ts';
import { publishVersion } from './publish-version.ts';
import { checkRevision } from './revise.ts';

export const PublishVersion: Operation<PublishVersionRequest, FunctionConfiguration> = (input, call) => {
  refuseUnsupported(input, 'PublishTo');
  const fn = findLatest(input.FunctionName, call);
  checkRevision(fn, input.RevisionId);
  if (input.CodeSha256 !== undefined && input.CodeSha256 !== fn.code.sha256) {
    throw invalidParameter(`CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256.`);
  }
  return functionConfiguration(publishVersion(call.world, fn, input.Description));
};
