import type { Call } from '../../endpoint/operation.ts';
import { type Stack, stacksIn } from './store.ts';
import { validationError } from './template/template-error.ts';

/** By name, the stack that is there; by id, also one that was deleted. */
export function findStackIfAny(nameOrId: string, call: Call): Stack | undefined {
  const stacks = stacksIn(call);
  const isNamed = ({ name, status }: Stack) => name === nameOrId && status !== 'DELETE_COMPLETE';
  return stacks.get(nameOrId) ?? [...stacks.values()].find(isNamed);
}

/** @throws ServiceError `ValidationError` when there is none */
export function findStack(nameOrId: string | undefined, call: Call): Stack {
  const stack = nameOrId === undefined ? undefined : findStackIfAny(nameOrId, call);
  if (!stack) throw validationError(`Stack with id ${nameOrId} does not exist`);
  return stack;
}

export const isInProgress = ({ status }: Stack): boolean =>
  status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
