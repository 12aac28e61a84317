import type { Approval } from '../../domain/baseline/baseline.ts';
import type { Live } from '../live/connect.ts';

/** An approval by the person who calls, now. */
export const approvalBy = (
  { identity, clock }: Pick<Live, 'identity' | 'clock'>,
  how: Approval['how'],
  reason: string | undefined,
): Approval => ({
  how,
  at: new Date(clock.now()).toISOString(),
  by: identity.arn,
  reason: reason?.trim() || null,
});
