import type { UpdateArchiveRequest, UpdateArchiveResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { changeArchive } from './archive-settings.ts';
import { requireArchive } from './require-archive.ts';

export const UpdateArchive: Operation<UpdateArchiveRequest, UpdateArchiveResponse> = (input, call) => {
  const archive = requireArchive(call, input.ArchiveName);
  changeArchive(archive, input);
  return { ArchiveArn: archive.arn, State: archive.state, CreationTime: new Date(archive.createdAt) };
};
