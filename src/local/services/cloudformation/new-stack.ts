import { randomUUID } from 'node:crypto';
import type { Call } from '../../endpoint/operation.ts';
import type { Stack, StackDefinition } from './store.ts';
import { validationError } from './template/template-error.ts';

/** @throws ServiceError `ValidationError` when a stack cannot be called so */
export function newStack(name: string | undefined, definition: StackDefinition, call: Call): Stack {
  if (!name || !/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  const { world, accountId, region, partition } = call;
  return {
    id: `arn:${partition}:cloudformation:${region}:${accountId}:stack/${name}/${randomUUID()}`,
    name,
    createdAt: world.clock.now(),
    status: 'REVIEW_IN_PROGRESS',
    definition,
    outputs: [],
    resources: new Map(),
    events: [],
    changeSets: new Map(),
    hasTerminationProtection: false,
    onFailure: 'ROLLBACK',
    clientRequestToken: undefined,
    work: Promise.resolve(),
    isCancelled: false,
  };
}
