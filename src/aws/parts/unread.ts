import type { PartName } from '../../domain/parts.ts';
import type { Part, PartsRead } from '../../domain/snapshot.ts';

/** Parts that were not read, all for the same reason. */
export const unread = (names: readonly PartName[], reason: string): PartsRead =>
  allOf(names, { read: false, reason });

/** Parts of another account. */
export const elsewhere = (names: readonly PartName[], reason: string): PartsRead =>
  allOf(names, { read: false, reason, isElsewhere: true });

/** Parts of a thing whose name another account has taken. */
export const taken = (names: readonly PartName[], reason: string): PartsRead =>
  allOf(names, { read: false, reason, isElsewhere: true, isTaken: true });

/** Parts of a thing that is read and is not there; those that no thing is without stay unread. */
export const absent = (
  names: readonly PartName[],
  { never, reason }: { readonly never: readonly PartName[]; readonly reason: string },
): PartsRead => ({
  ...allOf(
    names.filter((name) => !never.includes(name)),
    { read: true, value: null },
  ),
  ...unread(never, reason),
});

const allOf = (names: readonly PartName[], part: Part<null>): PartsRead =>
  Object.fromEntries(names.map((name) => [name, part]));
