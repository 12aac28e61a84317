import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findStack } from './find-stack.ts';
import { type ChangeSet, type Stack, stacksIn } from './store.ts';
import { validationError } from './template/template-error.ts';

interface Reference {
  /** Its name, or its ARN. */
  readonly ChangeSetName?: string | undefined;
  readonly StackName?: string | undefined;
}

/** @throws ServiceError `ChangeSetNotFound` */
export function findChangeSet({ ChangeSetName = '', StackName }: Reference, call: Call) {
  const isArn = ChangeSetName.startsWith('arn:');
  if (!isArn && !StackName)
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  const stacks = StackName ? [findStack(StackName, call)] : [...stacksIn(call).values()];
  for (const stack of stacks) {
    const changeSet = stack.changeSets.get(ChangeSetName) ?? findByName(ChangeSetName, stack);
    if (changeSet) return { stack, changeSet };
  }
  throw new ServiceError('ChangeSetNotFound', `ChangeSet [${ChangeSetName}] does not exist`, 404);
}

export const findByName = (name: string, { changeSets }: Stack): ChangeSet | undefined =>
  [...changeSets.values()].find((changeSet) => changeSet.name === name);
