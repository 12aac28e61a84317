import { unsupported } from '../../endpoint/unsupported.ts';
import type { BusEvent } from './bus-event.ts';
import { invalidParameter, validationError } from './events-error.ts';
import type { RuleTarget } from './store.ts';

/** What `InputPath` may name here: a field that every event has. */
const fieldPath = /^\$\.(version|id|detail-type|source|account|time|region|resources|detail)$/;

/** The text a target gets: the event, a part of it, or a constant. */
export function targetInput(target: RuleTarget, event: BusEvent): string {
  if (target.Input !== undefined) return target.Input;
  const field = fieldPath.exec(target.InputPath ?? '')?.[1];
  return JSON.stringify(field ? event[field as keyof BusEvent] : event);
}

export function checkTargetInput({ Input, InputPath }: RuleTarget) {
  if (Input !== undefined && InputPath !== undefined) {
    throw validationError('Only one of Input, InputPath, or InputTransformer must be provided.');
  }
  if (Input !== undefined) checkJson(Input);
  if (InputPath !== undefined && InputPath !== '$' && !fieldPath.test(InputPath)) {
    throw unsupported(`the InputPath ${InputPath} of a target`);
  }
}

function checkJson(input: string) {
  try {
    JSON.parse(input);
  } catch {
    throw invalidParameter('Input', 'JSON syntax error in input for target.');
  }
}
