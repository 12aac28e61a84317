import { expect, test } from 'vitest';
import { baselineWith } from '../baseline/baseline-test-kit.ts';
import type { KeyIdentity } from '../parts.ts';
import { compareDeclared } from './compare.ts';

const key: KeyIdentity = {
  Arn: 'arn:aws:kms:us-east-1:111122223333:key/1',
  KeyState: 'Enabled',
  KeyManager: 'CUSTOMER',
  Origin: 'AWS_KMS',
  DeletionDate: null,
};
const every = { KeyRotationEnabled: true, RotationPeriodInDays: 365 };
const off = { KeyRotationEnabled: false, RotationPeriodInDays: null };

const pathsWhile = (KeyState: string) =>
  compareDeclared(
    { key: { ...key, KeyState }, 'key.rotation': off },
    baselineWith({ parts: { key, 'key.rotation': every } }),
  ).map(({ path }) => path);

test('a key that cannot be used does not rotate either: that is no news of its own', () => {
  expect(pathsWhile('PendingDeletion')).toEqual(['key.KeyState']);
  expect(pathsWhile('Disabled')).toEqual(['key.KeyState', 'key.rotation']);
  expect(pathsWhile('Enabled')).toEqual(['key.rotation']);
});
