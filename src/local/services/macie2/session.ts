import type { FindingPublishingFrequency, MacieStatus } from '@aws-sdk/client-macie2';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** Macie of one account and Region, while it is enabled. It looks at nothing here. */
interface MacieSession {
  readonly createdAt: number;
  updatedAt: number;
  status: MacieStatus;
  findingPublishingFrequency: FindingPublishingFrequency;
}

interface SessionSlot {
  session?: MacieSession | undefined;
}

const store = { name: 'macie2.session', create: (): SessionSlot => ({}) };

export const sessionSlotOf = ({ world, accountId, region }: Call): SessionSlot =>
  world.store(store, accountId, region);

/** @throws ServiceError `AccessDeniedException`, Macie's answer to everything while it is not enabled */
export function sessionOf(call: Call): MacieSession {
  const { session } = sessionSlotOf(call);
  if (session) return session;
  throw new ServiceError('AccessDeniedException', 'Macie is not enabled.', 403);
}
