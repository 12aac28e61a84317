import type { DeleteArchiveRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { archivesIn } from './archives.ts';
import { requireArchive } from './require-archive.ts';

export const DeleteArchive: Operation<DeleteArchiveRequest, object> = ({ ArchiveName }, call) => {
  const { name } = requireArchive(call, ArchiveName);
  archivesIn(call.world, call.accountId, call.region).delete(name);
  return {};
};
