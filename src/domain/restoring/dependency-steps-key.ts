import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { isOfService } from '../compare/key-grants.ts';
import type { Drift } from '../drift.ts';
import type { KeyGrant, Parts } from '../parts.ts';
import type { Step } from '../step.ts';
import { exactly, hasPath, type Repair, stepsOf, under } from './dependency-steps-repair.ts';

/**
 * What puts the key back. The policy comes first, because it may deny the rest; a key whose deletion is cancelled stays disabled
 * until it is enabled; only then it may be rotated. A key that is gone is gone.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html
 */
export function keySteps(drifts: readonly Drift[], { parts }: Baseline, trailArn: string): readonly Step[] {
  const KeyId = parts.trail.KmsKeyId;
  const region = parseArn(KeyId ?? '')?.region;
  if (!KeyId || !region || hasPath(drifts, 'key')) return [];
  const repairs = [
    ...keyPolicy(parts),
    ...keyState(parts, drifts),
    ...rotation(parts),
    ...grants(parts, drifts),
  ].map((repair) => ({ ...repair, input: { KeyId, ...repair.input } }));
  return stepsOf([...repairs, ...aliases(KeyId, parts, drifts)], drifts, { region, trailArn });
}

const keyPolicy = ({ 'key.policy': wanted }: Parts): readonly Repair[] =>
  wanted
    ? [
        {
          call: 'PutKeyPolicy',
          undoes: under('key.policy', 'key'),
          input: { PolicyName: 'default', Policy: JSON.stringify(wanted) },
        },
      ]
    : [];

/** Key material that was removed, or a key store that is away, no call of these brings back. */
function keyState({ key }: Parts, drifts: readonly Drift[]): readonly Repair[] {
  const state = drifts.find(({ path }) => path === 'key.KeyState')?.actual;
  const undoes = exactly('key.KeyState');
  const isDeleting = state === 'PendingDeletion';
  const mayEnable = key?.KeyState === 'Enabled' && (isDeleting || state === 'Disabled');
  return [
    ...(isDeleting ? [{ call: 'CancelKeyDeletion', undoes, input: {} } as const] : []),
    ...(mayEnable ? [{ call: 'EnableKey', undoes, input: {} } as const] : []),
  ];
}

function rotation({ 'key.rotation': wanted }: Parts): readonly Repair[] {
  if (!wanted?.KeyRotationEnabled) return [];
  const { RotationPeriodInDays } = wanted;
  const input = RotationPeriodInDays === null ? {} : { RotationPeriodInDays };
  return [{ call: 'EnableKeyRotation', undoes: exactly('key.rotation'), input }];
}

/**
 * Of the aliases of the baseline those that are missing. One that is gone is made, one that was moved is moved back: what is read of
 * the key does not tell which, and each call leaves alone what the other is for.
 */
function aliases(
  TargetKeyId: string,
  { 'key.aliases': wanted = [] }: Parts,
  drifts: readonly Drift[],
): readonly Repair[] {
  const drift = drifts.find(({ path }) => path === 'key.aliases');
  const missing: readonly unknown[] = Array.isArray(drift?.expected) ? drift.expected : [];
  const names = wanted.filter((name) => missing.includes(name));
  return names.flatMap((AliasName) =>
    (['CreateAlias', 'UpdateAlias'] as const).map((call) => ({
      call,
      undoes: exactly('key.aliases'),
      input: { AliasName, TargetKeyId },
    })),
  );
}

/** Of the grants of the baseline those that are missing; AWS's services make theirs themselves. */
function grants({ 'key.grants': wanted = [] }: Parts, drifts: readonly Drift[]): readonly Repair[] {
  const drift = drifts.find(({ path }) => path === 'key.grants');
  const missing = new Set(
    (Array.isArray(drift?.expected) ? drift.expected : []).map((one) => JSON.stringify(one)),
  );
  return wanted
    .filter((grant) => missing.has(JSON.stringify(grant)) && !isOfService(grant))
    .map((grant) => ({ call: 'CreateGrant', undoes: exactly('key.grants'), input: grantInput(grant) }));
}

const grantInput = ({ GranteePrincipal, Operations, Name, Constraints, RetiringPrincipal }: KeyGrant) => ({
  GranteePrincipal,
  Operations,
  ...(Name !== null && { Name }),
  ...(Constraints && { Constraints }),
  ...(RetiringPrincipal !== null && { RetiringPrincipal }),
});
