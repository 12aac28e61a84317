import type { Destination } from '@aws-sdk/client-cloudtrail';
import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { unsupported } from '../../../endpoint/unsupported.ts';
import { activeEventDataStore } from './find-event-data-store.ts';

/** By which events from outside AWS come into event data stores. */
export interface Channel {
  readonly arn: string;
  readonly name: string;
  readonly source: string;
  readonly destinations: readonly Destination[];
}

const store = { name: 'cloudtrail.channels', create: () => new Map<string, Channel>() };

/** An account's channels in a Region, by ARN. */
export const channelsOf = ({ world, accountId, region }: Call): Map<string, Channel> =>
  world.store(store, accountId, region);

/** @throws ServiceError `ChannelARNInvalidException`, `ChannelNotFoundException` */
export function findChannel(arnOrId: string | undefined, call: Call): Channel {
  const found = [...channelsOf(call).values()].find(
    ({ arn }) => arn === arnOrId || arn.endsWith(`/${arnOrId}`),
  );
  if (found) return found;
  if (!/^(arn:[^:]+:cloudtrail:[^:]+:\d{12}:channel\/)?[0-9a-f-]{36}$/.test(arnOrId ?? '')) {
    throw new ServiceError('ChannelARNInvalidException', `${arnOrId} is not a channel's ARN.`);
  }
  throw new ServiceError('ChannelNotFoundException', `Channel ${arnOrId} does not exist.`);
}

/** @throws ServiceError for a destination that is no event data store of the account */
export function checkDestinations(destinations: readonly Destination[], call: Call): void {
  for (const { Type, Location } of destinations) {
    if (Type !== 'EVENT_DATA_STORE') throw unsupported(`channels to ${Type}`);
    activeEventDataStore(Location, call);
  }
}

/** @throws ServiceError `ChannelAlreadyExistsException` */
export function refuseTakenName(name: string, others: Iterable<Channel>): void {
  if ([...others].some((other) => other.name === name))
    throw new ServiceError(
      'ChannelAlreadyExistsException',
      `A channel with the name ${name} already exists.`,
    );
}
