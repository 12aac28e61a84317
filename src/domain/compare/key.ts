import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Key = PartValues['key'];

/** Whether the key is there and works. A log file is only written while it does. */
export function compareKey(expected: Key, actual: Key): readonly Drift[] {
  if (!expected) return [];
  if (!actual)
    return [
      {
        path: 'key',
        expected: expected.Arn,
        actual,
        class: 'weaker',
        evidence: 'there is no such key any more',
      },
    ];
  return expected.KeyState === actual.KeyState ? [] : [stateDrift(expected.KeyState, actual)];
}

/**
 * CloudTrail cannot use a key in any state but Enabled.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
function stateDrift(expected: string, { KeyState, DeletionDate }: NonNullable<Key>): Drift {
  return {
    path: 'key.KeyState',
    expected,
    actual: KeyState,
    class: classOfState(expected, KeyState),
    ...(DeletionDate && {
      evidence: `the key is to be deleted at ${DeletionDate}, and everything it encrypted with it`,
    }),
  };
}

function classOfState(expected: string, actual: string): Drift['class'] {
  if (actual === 'Enabled') return 'stronger';
  return expected === 'Enabled' || actual === 'PendingDeletion' ? 'weaker' : 'different';
}
