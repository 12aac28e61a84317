import { notFound } from './errors.ts';
import type { Organization } from './store.ts';

/** @throws ServiceError `RootNotFoundException` */
export function checkRoot({ rootId }: Organization, given: string | undefined): void {
  if (given !== rootId) throw notFound('Root', "You specified a root that doesn't exist.");
}
