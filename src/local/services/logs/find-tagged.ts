import type { Call } from '../../endpoint/operation.ts';
import { findGroup, invalidParameter } from './groups.ts';
import type { LogGroup } from './store.ts';

/** The log group whose tags are meant. Only its ARN will do, and only without `:*`. */
export function findTagged(resourceArn: string | undefined, call: Call): LogGroup {
  if (!resourceArn?.startsWith('arn:') || resourceArn.endsWith(':*')) {
    throw invalidParameter('The resource ARN must name a log group, without a trailing :*.');
  }
  return findGroup(resourceArn, call);
}
