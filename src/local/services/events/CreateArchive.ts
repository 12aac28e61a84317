import type { CreateArchiveRequest, CreateArchiveResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { changeArchive } from './archive-settings.ts';
import { type Archive, archivesIn } from './archives.ts';
import { validationError } from './events-error.ts';
import { requireBus } from './store.ts';

export const CreateArchive: Operation<CreateArchiveRequest, CreateArchiveResponse> = (input, call) => {
  const { world, accountId, region, partition } = call;
  const { ArchiveName: name = '', EventSourceArn } = input;
  if (!/^[.\-_A-Za-z0-9]{1,48}$/.test(name)) throw validationError(`Archive name '${name}' is not valid.`);
  const { arn: busArn } = requireBus(call, EventSourceArn);
  const archives = archivesIn(world, accountId, region);
  if (archives.has(name)) {
    throw new ServiceError('ResourceAlreadyExistsException', `Archive ${name} already exists.`);
  }
  const archive: Archive = {
    name,
    arn: `arn:${partition}:events:${region}:${accountId}:archive/${name}`,
    busArn,
    createdAt: world.clock.now(),
    state: 'ENABLED',
    description: undefined,
    patternText: undefined,
    pattern: undefined,
    retentionDays: 0,
    events: [],
  };
  changeArchive(archive, input);
  archives.set(name, archive);
  return { ArchiveArn: archive.arn, State: archive.state, CreationTime: new Date(archive.createdAt) };
};
