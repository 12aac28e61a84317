import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const eventBusCutOff: Technique = {
  id: 'events.event-bus-cut-off',
  catalogue: ['CT-75'],
  severity: 'high',
  done: 'cut off who may send to the default event bus',
  subject: 'account',
  calls: [
    {
      eventSource: 'events.amazonaws.com',
      eventNames: [
        'RemovePermission',
        'PutPermission',
        'DeleteEventBus',
        'UpdateEventBus',
        'DeleteArchive',
        'DeactivateEventSource',
      ],
    },
  ],
  drift: [],
  request: findCut,
  restore: [],
  lost: 'Events that other accounts or Regions would have sent to this bus.',
  toDo: 'Compare the policy and the key of the default event bus with what was agreed.',
};

function findCut({ name, eventBusName, kmsKeyIdentifier }: JsonObject, call: ApiCall): string | null {
  if (call.request === null || !isDefault(eventBusName ?? name)) return null;
  if (call.eventName === 'RemovePermission') return 'a permission of the default bus is removed';
  return call.eventName === 'UpdateEventBus' && kmsKeyIdentifier !== undefined ? 'its key is set' : null;
}

/** A call that names no bus means it. */
const isDefault = (bus: unknown): boolean =>
  bus === undefined || bus === 'default' || (typeof bus === 'string' && bus.endsWith(':event-bus/default'));
