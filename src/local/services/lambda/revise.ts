import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { environmentsOf } from './environments.ts';
import type { LambdaFunction } from './store.ts';

/** Changes a function's code or settings, and lets go of environments that run what was before. */
export function revise(
  world: World,
  fn: LambdaFunction,
  change: Partial<Pick<LambdaFunction, 'code' | 'settings'>>,
): void {
  Object.assign(fn, change, { modifiedAt: world.clock.now(), revisionId: randomUUID() });
  environmentsOf(world).retire(fn);
}

/** @throws ServiceError `PreconditionFailedException` when the caller knows an older revision */
export function checkRevision(
  { revisionId }: Pick<LambdaFunction, 'revisionId'>,
  known: string | undefined,
): void {
  if (known === undefined || known === revisionId) return;
  throw new ServiceError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    412,
  );
}
