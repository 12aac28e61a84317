import { ACCOUNT_ID } from '../start.ts';
import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { allow, keyPolicy, OWN_ACCOUNT } from './policies.ts';
import type { Scene } from './scene.ts';
import { grantReaders, importMaterial } from './whole-key.ts';
import { WHOLE } from './whole-names.ts';

const makeKey = async ({ kms, region }: Scene, more: Fields = {}): Promise<string> => {
  const { KeyMetadata } = await kms('CreateKey', { Policy: keyPolicy(region), ...more });
  return (KeyMetadata as { readonly Arn?: string }).Arn ?? '';
};

/** The same to a key that has nothing to do with any trail. */
const onAnotherKey =
  (operation: string): Act =>
  async (scene) =>
    scene.kms(operation, { KeyId: await makeKey(scene) });

const putPolicy = ({ kms, key }: Scene, Policy: string) =>
  kms('PutKeyPolicy', { KeyId: key, Policy, BypassPolicyLockoutSafetyCheck: true });

/** Everybody of the account may still administer the key: the guard can put it back. */
const withoutCloudTrail: Act = (scene) => putPolicy(scene, keyPolicy(scene.region, []));

const withReaders: Act = (scene) =>
  putPolicy(
    scene,
    keyPolicy(scene.region, [
      allow({ Service: 'cloudtrail.amazonaws.com' }, ['kms:GenerateDataKey*', 'kms:DescribeKey'], {
        Resource: '*',
      }),
      allow(OWN_ACCOUNT, 'kms:Decrypt', { Resource: '*' }),
    ]),
  );

async function revokeGrant({ kms, key }: Scene): Promise<void> {
  const { Grants } = await kms('ListGrants', { KeyId: key });
  for (const { GrantId } of Grants as readonly Fields[]) await kms('RevokeGrant', { KeyId: key, GrantId });
}

const trailsKey: Pick<Attack, 'ends' | 'seenBy'> = { ends: 'restored', seenBy: 'both' };

/** Group E of the catalogue: the trail's KMS key. */
export const KEY_ATTACKS: readonly Attack[] = [
  {
    ...trailsKey,
    id: 'CT-33',
    name: 'key-disabled',
    title: 'Disable the key',
    act: ({ kms, key }) => kms('DisableKey', { KeyId: key }),
    twin: { title: 'Disable a key of nobody’s', act: onAnotherKey('DisableKey') },
  },
  {
    ...trailsKey,
    id: 'CT-34',
    name: 'key-deletion-scheduled',
    title: 'Schedule the deletion of the key',
    act: ({ kms, key }) => kms('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 }),
    twin: { title: 'Schedule the deletion of a key of nobody’s', act: onAnotherKey('ScheduleKeyDeletion') },
  },
  {
    ...trailsKey,
    id: 'CT-35',
    name: 'key-policy-denied',
    title: 'Take CloudTrail out of the key’s policy',
    act: withoutCloudTrail,
    twin: { title: 'Let the account’s own readers decrypt', act: withReaders },
  },
  {
    id: 'CT-36',
    name: 'grant-revoked',
    title: 'Revoke the grant of those who read the log files',
    ends: 'told',
    seenBy: 'both',
    act: revokeGrant,
    undo: ({ kms, key }) => grantReaders(kms, key),
    twin: {
      title: 'Grant the same reader once more',
      act: ({ kms, key }) =>
        kms('CreateGrant', {
          KeyId: key,
          GranteePrincipal: `arn:aws:iam::${ACCOUNT_ID}:user/operator`,
          Operations: ['Decrypt'],
        }),
    },
  },
  {
    id: 'CT-37',
    name: 'key-material-deleted',
    title: 'Delete the key’s imported material',
    ends: 'told',
    seenBy: 'both',
    needs: 'imported-key',
    act: ({ kms, key }) => kms('DeleteImportedKeyMaterial', { KeyId: key }),
    undo: ({ kms, key }) => importMaterial(kms, key),
  },
  {
    ...trailsKey,
    id: 'CT-38',
    name: 'key-rotation-off',
    title: 'Turn the key’s rotation off',
    act: ({ kms, key }) => kms('DisableKeyRotation', { KeyId: key }),
    twin: {
      title: 'Rotate it twice as often',
      act: ({ kms, key }) => kms('EnableKeyRotation', { KeyId: key, RotationPeriodInDays: 180 }),
    },
  },
  {
    id: 'CT-39',
    name: 'key-alias-moved',
    title: 'Point the key’s alias at another key',
    ends: 'told',
    seenBy: 'both',
    undo: ({ kms, key }) => kms('UpdateAlias', { AliasName: WHOLE.alias, TargetKeyId: key }),
    async act(scene) {
      await scene.kms('UpdateAlias', { AliasName: WHOLE.alias, TargetKeyId: await makeKey(scene) });
    },
    twin: {
      title: 'Give another key an alias',
      async act(scene) {
        await scene.kms('CreateAlias', { AliasName: 'alias/lab', TargetKeyId: await makeKey(scene) });
      },
    },
  },
];
