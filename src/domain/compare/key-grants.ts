import { parseArn } from '../arn.ts';
import type { Drift } from '../drift.ts';
import type { KeyGrant, PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type Grants = PartValues['key.grants'];

/** Grants let people read logs beside the key policy; CloudTrail itself needs none. */
export function compareKeyGrants(expected: Grants, actual: Grants, trail: ComparedTrail): readonly Drift[] {
  const [missing, added] = [without(expected, actual), without(actual, expected)];
  const merged = mergeObservations([
    ...missing.map(
      (grant) =>
        ({
          class: isOfService(grant) ? 'different' : 'weaker',
          evidence: `${grant.GranteePrincipal} lost its grant to ${grant.Operations.join(', ')}`,
        }) as const,
    ),
    ...added.map(
      (grant) =>
        ({
          class: opensToOthers(grant, trail) ? 'weaker' : 'different',
          evidence: `${grant.GranteePrincipal} has a new grant to ${grant.Operations.join(', ')}`,
        }) as const,
    ),
  ]);
  return merged ? [{ path: 'key.grants', expected: orNull(missing), actual: orNull(added), ...merged }] : [];
}

const orNull = (grants: Grants): Grants | null => (grants.length > 0 ? grants : null);

function without(grants: Grants, others: Grants): Grants {
  const known = new Set(others.map(keyOf));
  return grants.filter((grant) => !known.has(keyOf(grant)));
}

/** A grant made again has another id and may have another name; what it lets whom do is the same. */
const keyOf = ({ GranteePrincipal, Operations, Constraints, RetiringPrincipal }: KeyGrant): string =>
  JSON.stringify([GranteePrincipal, [...Operations].sort(), Constraints, RetiringPrincipal]);

/** AWS's services take grants and retire them as they need. */
export const isOfService = ({ GranteePrincipal, RetiringPrincipal }: KeyGrant): boolean =>
  [GranteePrincipal, RetiringPrincipal].some((principal) => principal?.endsWith('.amazonaws.com'));

/** Whoever may make grants may grant itself the rest. */
const OPENING = /^(Decrypt|ReEncryptFrom|CreateGrant)$/;

function opensToOthers(
  { GranteePrincipal, Operations }: KeyGrant,
  { accountId, settings }: ComparedTrail,
): boolean {
  const account = parseArn(GranteePrincipal)?.accountId;
  const own = [accountId, parseArn(settings.KmsKeyId ?? '')?.accountId];
  return (
    account !== undefined && !own.includes(account) && Operations.some((operation) => OPENING.test(operation))
  );
}
