import { asJsonObject, type JsonObject } from '../json.ts';
import type { KeyGrant, KeyIdentity, KeyRotation } from '../parts.ts';
import {
  flagOf,
  numberOrNull,
  objectsOf,
  sortedByContent,
  textOf,
  textOrNull,
  textsOf,
  timeOrNull,
} from './fields.ts';
import { canonicalObject } from './json-value.ts';

/** @param metadata `KeyMetadata` of DescribeKey */
export function canonicalKey(metadata: unknown): KeyIdentity {
  const key = asJsonObject(metadata);
  return {
    Arn: textOf(key.Arn),
    KeyState: textOf(key.KeyState),
    KeyManager: key.KeyManager === 'AWS' ? 'AWS' : 'CUSTOMER',
    Origin: textOf(key.Origin),
    DeletionDate: timeOrNull(key.DeletionDate),
  };
}

/** @param answer of GetKeyRotationStatus */
export function canonicalRotation(answer: unknown): KeyRotation {
  const { KeyRotationEnabled, RotationPeriodInDays } = asJsonObject(answer);
  return {
    KeyRotationEnabled: flagOf(KeyRotationEnabled, false),
    RotationPeriodInDays: numberOrNull(RotationPeriodInDays),
  };
}

/** @param aliases `Aliases` of ListAliases, all pages; or their names */
export const canonicalAliases = (aliases: unknown): readonly string[] =>
  textsOf(Array.isArray(aliases) ? aliases.map((alias) => asJsonObject(alias).AliasName ?? alias) : []);

/** @param grants `Grants` of ListGrants, all pages */
export const canonicalGrants = (grants: unknown): readonly KeyGrant[] =>
  sortedByContent(objectsOf(grants).map(grant));

const grant = ({
  GranteePrincipal,
  Operations,
  Name,
  Constraints,
  RetiringPrincipal,
}: JsonObject): KeyGrant => ({
  GranteePrincipal: textOf(GranteePrincipal),
  Operations: textsOf(Operations),
  Name: textOrNull(Name),
  Constraints: Constraints ? canonicalObject(Constraints) : null,
  RetiringPrincipal: textOrNull(RetiringPrincipal),
});
