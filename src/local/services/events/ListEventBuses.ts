import type { ListEventBusesRequest, ListEventBusesResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { listedBus } from './describe-bus.ts';
import { listPage } from './list-page.ts';
import { busesOf } from './store.ts';

export const ListEventBuses: Operation<ListEventBusesRequest, ListEventBusesResponse> = (input, call) => {
  const matching = [...busesOf(call).values()].filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
  const { items, nextToken } = listPage(matching, input);
  return { EventBuses: items.map(listedBus), NextToken: nextToken };
};
