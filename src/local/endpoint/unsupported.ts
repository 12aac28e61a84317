import { ServiceError } from './service-error.ts';

/**
 * Refuses by name what an operation's behaviour here does not cover: an error is better than a silent difference.
 * @throws ServiceError `NotImplemented`
 */
export function refuseUnsupported<Input extends object>(
  input: Input,
  ...members: (keyof Input & string)[]
): void {
  const given = members.find((member) => isGiven(input[member]));
  if (given) throw unsupported(`the parameter ${given}`);
}

export const unsupported = (what: string): ServiceError =>
  new ServiceError('NotImplemented', `The embedded AWS does not serve ${what}.`, 501);

const isGiven = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
