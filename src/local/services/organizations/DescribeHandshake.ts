import type { DescribeHandshakeRequest, DescribeHandshakeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedHandshake } from './describe.ts';
import { findHandshake } from './handshakes.ts';

export const DescribeHandshake: Operation<DescribeHandshakeRequest, DescribeHandshakeResponse> = (
  input,
  call,
) => {
  const { handshake, organization } = findHandshake(input.HandshakeId, call);
  return { Handshake: describedHandshake(organization, handshake) };
};
