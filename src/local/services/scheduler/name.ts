import { validationError } from './scheduler-error.ts';

/** Schedules and groups are named alike. */
export function checkName(name: string | undefined): string {
  if (name && /^[0-9a-zA-Z_.-]{1,64}$/.test(name)) return name;
  throw validationError(
    `Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+ and have a length of 1 to 64`,
  );
}
