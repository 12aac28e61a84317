import type { StartReplayRequest, StartReplayResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { keptEvents } from './archives.ts';
import { routeEvent } from './bus.ts';
import { invalidParameter, validationError } from './events-error.ts';
import { replaysIn } from './replays.ts';
import { requireArchive } from './require-archive.ts';
import { requireBus } from './store.ts';

/** Puts archived events on their bus again. It is over at once: AWS takes its time. */
export const StartReplay: Operation<StartReplayRequest, StartReplayResponse> = (input, call) => {
  const { world, accountId, region, partition } = call;
  const { ReplayName: name = '', EventSourceArn = '', EventStartTime, EventEndTime, Destination } = input;
  if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) throw validationError(`Replay name '${name}' is not valid.`);
  if (Destination) refuseUnsupported(Destination, 'FilterArns');
  const from = EventStartTime?.getTime() ?? 0;
  const to = EventEndTime?.getTime() ?? 0;
  if (from >= to) throw validationError('EventStartTime must be before EventEndTime.');
  const archive = requireArchive(call, EventSourceArn.split(':archive/')[1]);
  if (Destination?.Arn !== archive.busArn) {
    throw invalidParameter('Destination.Arn', 'It must be the event bus of the archive.');
  }
  const replays = replaysIn(world, accountId, region);
  if (replays.has(name))
    throw new ServiceError('ResourceAlreadyExistsException', `Replay ${name} already exists.`);
  const bus = requireBus(call, archive.busArn);
  const events = keptEvents(archive, world).filter(({ at }) => at >= from && at < to);
  for (const { event } of events) routeEvent(world, bus, { ...event, 'replay-name': name });
  const arn = `arn:${partition}:events:${region}:${accountId}:replay/${name}`;
  replays.set(name, {
    name,
    arn,
    archiveArn: archive.arn,
    busArn: bus.arn,
    from,
    to,
    startedAt: world.clock.now(),
  });
  return { ReplayArn: arn, State: 'STARTING', ReplayStartTime: new Date(world.clock.now()) };
};
