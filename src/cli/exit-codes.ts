import { ExitCode } from '@stricli/core';

/** 0 good, 1 failed, 2 usage, 3 drift found. */
export const EXIT = { good: 0, failed: 1, usage: 2, drift: 3 } as const;

/** The parser answers usage errors with negative numbers of its own. */
export function toExitCode(code: number | string | null | undefined): number {
  const number = Number(code ?? 0);
  if (number === ExitCode.InvalidArgument || number === ExitCode.UnknownCommand) return EXIT.usage;
  return number < 0 ? EXIT.failed : number;
}

/** A mistake of the caller: what, where, and what to do next. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What is not done as things stand, why, and what to do instead. Ends with exit code 1. */
export class NotDoneError extends Error {
  override readonly name = 'NotDoneError';
}
