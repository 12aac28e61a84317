import { includesPattern } from './glob.ts';
import type { Scope } from './scope.ts';

/**
 * Actions that only remove or weaken: nobody reads or delivers logs with them, and no restore needs them. That somebody may no
 * longer do them is no loss.
 */
const REMOVING = [
  's3:delete*',
  's3:bypassgovernanceretention',
  'kms:delete*',
  'kms:disable*',
  'kms:schedulekeydeletion',
  'kms:revokegrant',
  'kms:retiregrant',
  'sns:delete*',
  'sns:removepermission',
];

/** With these one overwrites or forges, or delivers. */
const WRITING = ['s3:putobject*', 's3:replicateobject', 's3:replicatedelete'];

const isWithin = ({ isNot, values }: Scope, patterns: readonly string[]): boolean =>
  !isNot && values.every((action) => patterns.some((pattern) => includesPattern(pattern, action)));

export const isRemoving = (actions: Scope): boolean => isWithin(actions, REMOVING);

export const isTampering = (actions: Scope): boolean => isWithin(actions, [...REMOVING, ...WRITING]);

/** Whether every action only reads what is stored, or decrypts it. */
export const isReading = ({ isNot, values }: Scope): boolean =>
  !isNot &&
  values.length > 0 &&
  values.every((action) => /^\w+:(get|list|head|describe|decrypt)/i.test(action));
