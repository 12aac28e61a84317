import type { CallRequest } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** How many calls of one kind an account may make in a Region in any second. */
interface Quota {
  readonly kind: 'writes' | 'reads' | 'lookups';
  readonly perSecond: number;
}

/** @see https://docs.aws.amazon.com/general/latest/gr/ct.html */
const WRITES: Quota = { kind: 'writes', perSecond: 1 };
const READS: Quota = { kind: 'reads', perSecond: 10 };
const LOOKUPS: Quota = { kind: 'lookups', perSecond: 2 };

type RecentCalls = Record<Quota['kind'], readonly number[]>;

const store = {
  name: 'cloudtrail.quotas',
  create: (): RecentCalls => ({ writes: [], reads: [], lookups: [] }),
};

/**
 * Refuses CloudTrail calls that come too fast. AWS lets short bursts pass; here no second ever holds more than
 * the quota. All write calls share one quota: an attacker can use it up against a guard.
 * @throws ServiceError `ThrottlingException`
 */
export function guardQuotas({ service, operation, call }: CallRequest): void {
  const { world, accountId, region } = call;
  if (service !== 'cloudtrail' || !world.settings.quotas) return;
  const { kind, perSecond } = quotaOf(operation);
  const now = world.clock.now();
  const recent = world.store(store, accountId, region);
  recent[kind] = recent[kind].filter((at) => at > now - 1000);
  if (recent[kind].length >= perSecond) throw new ServiceError('ThrottlingException', 'Rate exceeded');
  recent[kind] = [...recent[kind], now];
}

function quotaOf(operation: string): Quota {
  if (operation === 'LookupEvents') return LOOKUPS;
  return /^(Get|Describe|List)/.test(operation) ? READS : WRITES;
}
