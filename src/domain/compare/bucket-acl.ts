import { canonicalObject } from '../canonical/json-value.ts';
import type { Drift } from '../drift.ts';
import type { BucketAcl } from '../parts.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type Grant = BucketAcl['Grants'][number];

/** Whom the bucket's access control list lets do what, besides its policy. */
export function compareAcl(expected: BucketAcl, actual: BucketAcl): readonly Drift[] {
  const added = without(actual.Grants, expected.Grants);
  const missing = without(expected.Grants, actual.Grants);
  const merged = mergeObservations([
    ...(expected.OwnerId === actual.OwnerId
      ? []
      : [{ class: 'weaker', evidence: 'it has another owner' } as const]),
    ...added.map((grant) => observeAdded(grant, expected.OwnerId)),
    ...missing.map((grant) => observeMissing(grant, expected.OwnerId)),
  ]);
  return merged ? [{ path: 'bucket.acl', expected, actual, ...merged }] : [];
}

function without(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const known = new Set(others.map(keyOf));
  return grants.filter((grant) => !known.has(keyOf(grant)));
}

/** Names that are only shown are no part of who it is. */
const keyOf = ({ Grantee: { DisplayName: _, ...grantee }, Permission }: Grant): string =>
  JSON.stringify([canonicalObject(grantee), Permission]);

const observeAdded = (grant: Grant, ownerId: string) =>
  ({
    class: grant.Grantee.ID === ownerId ? 'different' : 'weaker',
    evidence: `${granteeOf(grant)} has ${grant.Permission}`,
  }) as const;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html for the groups */
const EVERYONE = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** A bucket's list lets nobody read log files: what others lost matters to them, not to the logs. */
function observeMissing(grant: Grant, ownerId: string) {
  if (grant.Grantee.ID === ownerId)
    return { class: 'weaker', evidence: `the owner lost ${grant.Permission}` } as const;
  const isPublic = EVERYONE.test(granteeOf(grant));
  return {
    class: isPublic ? 'stronger' : 'different',
    evidence: `${granteeOf(grant)} lost ${grant.Permission}`,
  } as const;
}

const granteeOf = ({ Grantee }: Grant): string =>
  String(Grantee.URI ?? Grantee.ID ?? Grantee.EmailAddress ?? 'somebody');
