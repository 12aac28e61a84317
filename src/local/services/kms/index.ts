import type { Service } from '../../endpoint/operation.ts';
import { CancelKeyDeletion } from './CancelKeyDeletion.ts';
import { CreateAlias } from './CreateAlias.ts';
import { CreateKey } from './CreateKey.ts';
import { DeleteAlias } from './DeleteAlias.ts';
import { DescribeKey } from './DescribeKey.ts';
import { DisableKey } from './DisableKey.ts';
import { DisableKeyRotation } from './DisableKeyRotation.ts';
import { EnableKey } from './EnableKey.ts';
import { EnableKeyRotation } from './EnableKeyRotation.ts';
import { GetKeyPolicy } from './GetKeyPolicy.ts';
import { GetKeyRotationStatus } from './GetKeyRotationStatus.ts';
import { ListAliases } from './ListAliases.ts';
import { ListKeys } from './ListKeys.ts';
import { ListResourceTags } from './ListResourceTags.ts';
import { PutKeyPolicy } from './PutKeyPolicy.ts';
import { ScheduleKeyDeletion } from './ScheduleKeyDeletion.ts';

/** KMS without cryptography: the state of keys, and who may use them. */
export const kms: Service = {
  name: 'kms',
  operations: {
    CancelKeyDeletion,
    CreateAlias,
    CreateKey,
    DeleteAlias,
    DescribeKey,
    DisableKey,
    DisableKeyRotation,
    EnableKey,
    EnableKeyRotation,
    GetKeyPolicy,
    GetKeyRotationStatus,
    ListAliases,
    ListKeys,
    ListResourceTags,
    PutKeyPolicy,
    ScheduleKeyDeletion,
  },
};
