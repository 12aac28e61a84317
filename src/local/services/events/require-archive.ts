import type { Call } from '../../endpoint/operation.ts';
import { type Archive, archivesIn } from './archives.ts';
import { notFound } from './events-error.ts';

/** @throws ServiceError `ResourceNotFoundException` */
export function requireArchive({ world, accountId, region }: Call, name = ''): Archive {
  const archive = archivesIn(world, accountId, region).get(name);
  if (!archive) throw notFound(`Archive ${name} does not exist.`);
  return archive;
}
