import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKeyByAnyName } from './find-key.ts';
import { metadataOf } from './key.ts';

export const DescribeKey: Operation<DescribeKeyRequest, DescribeKeyResponse> = (input, call) => ({
  KeyMetadata: metadataOf(findKeyByAnyName(input.KeyId, call)),
});
