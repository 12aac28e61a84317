import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const logEventsTransformed: Technique = {
  id: 'logs.log-events-transformed',
  catalogue: ['CT-63'],
  severity: 'medium',
  done: 'changed the form of the events of the log group',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['PutTransformer', 'DeleteTransformer'] }],
  drift: ['logGroup.transformer'],
  request: findTransformer,
  isSettledByState: true,
  restore: ['DeleteTransformer', 'PutTransformer'],
  lost: 'What queries and filters on the transformed events would have found in that time. The originals stay beside them.',
  toDo: 'Put back the approved transformer, or delete the one that nobody approved; search the originals of that time.',
};

/** What was refused has no request in its record. */
function findTransformer({ transformerConfig }: JsonObject, { eventName, error }: ApiCall): string | null {
  const isSet = eventName === 'PutTransformer' && (transformerConfig !== undefined || error !== null);
  return isSet ? 'a transformer is set' : null;
}
