import type { ListEventBusesRequest, ListEventBusesResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { describeDefaultBus } from './event-bus.ts';

export const ListEventBuses: Operation<ListEventBusesRequest, ListEventBusesResponse> = (input, call) => ({
  EventBuses: 'default'.startsWith(input.NamePrefix ?? '') ? [describeDefaultBus(call)] : [],
});
