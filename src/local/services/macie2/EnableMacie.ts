import type { EnableMacieRequest } from '@aws-sdk/client-macie2';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { sessionSlotOf } from './session.ts';

export const EnableMacie: Operation<EnableMacieRequest, object> = (input, call) => {
  const slot = sessionSlotOf(call);
  if (slot.session) throw new ServiceError('ConflictException', 'Macie has already been enabled.', 409);
  const now = call.world.clock.now();
  slot.session = {
    createdAt: now,
    updatedAt: now,
    status: input.status ?? 'ENABLED',
    findingPublishingFrequency: input.findingPublishingFrequency ?? 'FIFTEEN_MINUTES',
  };
  return {};
};
