import { RESTORING_CALLS, TIERS, type Tier } from '../src/domain/restoring-call.ts';
import type { Subject, Technique } from '../src/domain/technique.ts';
import type { TechniqueDocs } from '../src/domain/technique-docs.ts';

/** By what a technique is seen, as far as its data tells. */
export function seenBy({ calls, drift, request }: Technique): string {
  if (calls.length === 0) return drift.length > 0 ? 'state' : 'otherwise';
  const isData = calls.every(({ isDataPlane }) => isDataPlane);
  const event = isData ? 'event (data events)' : 'event';
  if (drift.length > 0) return `${event} and state`;
  return request === 'state' ? 'event (as information)' : event;
}

/** The tier that putting it back takes; null when people have to. */
export function tierOf({ restore }: Technique): Tier | null {
  const tiers = restore.map((call) => RESTORING_CALLS[call].tier);
  return tiers.length === 0 ? null : (TIERS.findLast((tier) => tiers.includes(tier)) ?? null);
}

/** Whether and how far the guard puts it back, in few words. */
export function putBack(technique: Technique, { seenOtherwise, undo }: TechniqueDocs): string {
  if (seenOtherwise) return 'as its page says';
  const tier = tierOf(technique);
  if (tier === null) return undo.length > 0 ? 'told, with commands' : 'told';
  return tier === 'operator' ? 'told, with a plan for an operator' : `automatically, \`${tier}\``;
}

/** Which values of `RestoreScope` let the guard put it back: each has the rights of those before it. */
export const scopesFrom = (tier: Tier): readonly string[] =>
  TIERS.slice(TIERS.indexOf(tier)).filter((scope) => scope !== 'operator');

export const ABOUT: Readonly<Record<Subject, string>> = {
  trail: 'the trail',
  eventDataStore: 'an event data store of CloudTrail Lake',
  bucket: 'the log bucket',
  key: 'the KMS key',
  topic: 'the SNS topic',
  logGroup: 'the log group',
  role: 'the role for CloudWatch Logs',
  guard: 'the guard itself',
  account: 'the account or its organization',
};

/** `CT-07` → 7; what the catalogue does not have comes last. */
export const rankOf = ({ catalogue: [first] }: Technique): number =>
  first ? Number(first.replace('CT-', '')) : Number.POSITIVE_INFINITY;
