import type { Audience } from '../domain/ports.ts';
import type { Pass } from '../domain/reconcile.ts';

/** The outputs of the stack: what is guarded, and whether anybody hears the alerts. */
export const describeCoverage = ({ trails }: Pass, audience: Audience | undefined) => {
  const guarded = trails.filter(({ standing }) => standing.guarded).flatMap(({ trail }) => trail?.name ?? []);
  return {
    GuardedTrails: guarded.join(', ') || 'none: no trail is logging',
    AlertSubscription: describeAudience(audience),
  };
};

function describeAudience(audience: Audience | undefined): string {
  if (!audience?.confirmed.read || !audience.pending.read) return 'unknown: the topic does not tell';
  const { confirmed, pending } = { confirmed: audience.confirmed.value, pending: audience.pending.value };
  if (pending > 0) return `${pending} waiting: follow the link in the mail from AWS Notifications`;
  return confirmed > 0 ? `${confirmed} confirmed` : 'nobody is subscribed';
}
