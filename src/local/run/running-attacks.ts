import type { Attack, Setting } from './attacks/attack.ts';

/** What `local` keeps running: one account, quotas as AWS has them, a trail with everything. */
const SERVED: readonly Setting[] = ['whole', 'quotas'];

/** Why an attack cannot be acted out against a world that runs in another process; undefined when it can. */
export function hindranceOf({
  needs = 'whole',
  byRecord,
  losesEvent,
  isFromTheStart,
}: Attack): string | undefined {
  if (byRecord) return `${byRecord}: the demo puts its record before CloudTrail`;
  if (losesEvent) return 'its event has to get lost, which only the demo can arrange';
  if (isFromTheStart) return 'it has to be there before the guard comes';
  return SERVED.includes(needs) ? undefined : WORLDS[needs];
}

const WORLDS: Readonly<Partial<Record<Setting, string>>> = {
  global: 'it takes a guard in us-east-1, where global services record',
  organization: 'it takes an organization that this account manages',
  member: 'it takes an organization that somebody else manages',
  unlocked: 'it takes a bucket without Object Lock',
  'imported-key': 'it takes a key with imported material',
  'log-archive': 'it takes a bucket in another account',
  weak: 'it takes a bucket whose files expire after a day',
  'encrypted-alerts': 'it takes an alert topic with a key of its own',
};
