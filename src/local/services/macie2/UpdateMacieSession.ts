import type { UpdateMacieSessionRequest } from '@aws-sdk/client-macie2';
import type { Operation } from '../../endpoint/operation.ts';
import { sessionOf } from './session.ts';

/** Pauses Macie, or lets it go on. */
export const UpdateMacieSession: Operation<UpdateMacieSessionRequest, object> = (input, call) => {
  const session = sessionOf(call);
  session.status = input.status ?? session.status;
  session.findingPublishingFrequency = input.findingPublishingFrequency ?? session.findingPublishingFrequency;
  session.updatedAt = call.world.clock.now();
  return {};
};
