import type { UpdateEventBusRequest, UpdateEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { changeBus } from './bus-settings.ts';
import { settingsOf } from './describe-bus.ts';
import { requireBus } from './store.ts';

export const UpdateEventBus: Operation<UpdateEventBusRequest, UpdateEventBusResponse> = (input, call) => {
  refuseUnsupported(input, 'LogConfig');
  const bus = requireBus(call, input.Name);
  changeBus(bus, input, call);
  return { Arn: bus.arn, Name: bus.name, Description: bus.description, ...settingsOf(bus) };
};
