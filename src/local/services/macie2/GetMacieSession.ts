import type { GetMacieSessionRequest, GetMacieSessionResponse } from '@aws-sdk/client-macie2';
import type { Operation } from '../../endpoint/operation.ts';
import { sessionOf } from './session.ts';

export const GetMacieSession: Operation<GetMacieSessionRequest, GetMacieSessionResponse> = (_input, call) => {
  const { createdAt, updatedAt, status, findingPublishingFrequency } = sessionOf(call);
  return {
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    status,
    findingPublishingFrequency,
    serviceRole: `arn:${call.partition}:iam::${call.accountId}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
  };
};
