import type { ListChannelsRequest, ListChannelsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { page } from '../../../endpoint/page.ts';
import { channelsOf } from './channel.ts';

export const ListChannels: Operation<ListChannelsRequest, ListChannelsResponse> = (input, call) => {
  const { items, nextToken } = page([...channelsOf(call).values()], {
    limit: input.MaxResults ?? 100,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return { Channels: items.map(({ arn, name }) => ({ ChannelArn: arn, Name: name })), NextToken: nextToken };
};
