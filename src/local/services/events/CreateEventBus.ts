import type { CreateEventBusRequest, CreateEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { changeBus } from './bus-settings.ts';
import { settingsOf } from './describe-bus.ts';
import { limitExceeded, validationError } from './events-error.ts';
import { busesOf, newBus } from './store.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostBuses = 100;

export const CreateEventBus: Operation<CreateEventBusRequest, CreateEventBusResponse> = (input, call) => {
  refuseUnsupported(input, 'EventSourceName', 'LogConfig');
  const { Name: name = '' } = input;
  // Names with a slash are for partner event sources.
  if (!/^[.\-_A-Za-z0-9]{1,256}$/.test(name)) throw validationError(`Event bus name '${name}' is not valid.`);
  const buses = busesOf(call);
  if (buses.has(name)) {
    throw new ServiceError('ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
  }
  if (buses.size >= mostBuses) throw limitExceeded();
  const bus = newBus(name, call);
  changeBus(bus, input, call);
  for (const { Key = '', Value = '' } of input.Tags ?? []) bus.tags.set(Key, Value);
  buses.set(name, bus);
  return { EventBusArn: bus.arn, Description: bus.description, ...settingsOf(bus) };
};
