import { randomUUID } from 'node:crypto';
import type { CreateChannelRequest, CreateChannelResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../../endpoint/unsupported.ts';
import { arnOf } from '../../iam/arn-of.ts';
import { channelsOf, checkDestinations, refuseTakenName } from './channel.ts';
import { checkLakeName } from './store-settings.ts';

const MAX_CHANNELS = 25;

export const CreateChannel: Operation<CreateChannelRequest, CreateChannelResponse> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const { Name: name = '', Source: source = '', Destinations: destinations = [] } = input;
  const channels = channelsOf(call);
  checkLakeName(name);
  refuseTakenName(name, channels.values());
  if (channels.size >= MAX_CHANNELS) {
    throw new ServiceError('ChannelMaxLimitExceededException', 'The maximum number of channels is reached.');
  }
  checkDestinations(destinations, call);
  const arn = arnOf(call, 'cloudtrail', `channel/${randomUUID()}`);
  channels.set(arn, { arn, name, source, destinations });
  return { ChannelArn: arn, Name: name, Source: source, Destinations: destinations };
};
