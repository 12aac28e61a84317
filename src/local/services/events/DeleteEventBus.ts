import type { DeleteEventBusRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { validationError } from './events-error.ts';
import { busesOf } from './store.ts';

/** Deleting a bus that is gone is no error. */
export const DeleteEventBus: Operation<DeleteEventBusRequest, void> = ({ Name: name = '' }, call) => {
  if (name === 'default') throw validationError('Cannot delete event bus default.');
  const buses = busesOf(call);
  if (buses.get(name)?.rules.size) throw validationError("Event bus can't be deleted since it has rules.");
  buses.delete(name);
};
