import { randomBytes } from 'node:crypto';
import type { GetParametersForImportRequest, GetParametersForImportResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { newImportParameters } from './import-parameters.ts';
import { refuseStates, requireImportedMaterial } from './key-state.ts';

export const GetParametersForImport: Operation<
  GetParametersForImportRequest,
  GetParametersForImportResponse
> = (input, call) => {
  const key = findKey(input.KeyId, call);
  requireImportedMaterial(key);
  refuseStates(key, 'PendingDeletion');
  const { parameters, publicKey } = newImportParameters({
    algorithm: input.WrappingAlgorithm,
    spec: input.WrappingKeySpec,
    at: call.world.clock.now(),
  });
  const token = randomBytes(64);
  key.importParameters.set(token.toString('base64'), parameters);
  return {
    KeyId: key.arn,
    ImportToken: token,
    PublicKey: publicKey,
    ParametersValidTo: new Date(parameters.validTo),
  };
};
