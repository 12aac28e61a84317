import type { Call } from '../../endpoint/operation.ts';
import { findMapping } from './event-source-mapping/find-mapping.ts';
import { findFunction } from './find-function.ts';

/** The tags of the function or event source mapping an ARN names. @throws ServiceError `ResourceNotFoundException` */
export function findTags(arn: string | undefined, call: Call): Map<string, string> {
  const [, uuid] = /:event-source-mapping:([^:]+)$/.exec(arn ?? '') ?? [];
  return uuid ? findMapping(uuid, call).tags : findFunction(arn, call).tags;
}
