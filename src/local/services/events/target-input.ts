import type { BusEvent } from './bus-event.ts';
import { invalidParameter, validationError } from './events-error.ts';
import { checkTransformer, isEventPath, transformed, valueAt } from './input-transformer.ts';
import type { RuleTarget } from './store.ts';
import type { TargetDelivery } from './target-delivery.ts';

/** The text a target gets: the event, a part of it, a constant, or what a template makes of it. */
export function targetInput({ target, event, rule }: TargetDelivery): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputTransformer) return transformed(target.InputTransformer, event, rule);
  return JSON.stringify(partOf(event, target.InputPath) ?? null);
}

const partOf = (event: BusEvent, path = '$'): unknown => (path === '$' ? event : valueAt(path, event));

export function checkTargetInput({ Input, InputPath, InputTransformer }: RuleTarget) {
  if ([Input, InputPath, InputTransformer].filter((one) => one !== undefined).length > 1) {
    throw validationError('Only one of Input, InputPath, or InputTransformer must be provided.');
  }
  if (Input !== undefined) checkJson(Input);
  if (InputPath !== undefined && InputPath !== '$' && !isEventPath(InputPath)) {
    throw invalidParameter('InputPath', `${InputPath} is no path into an event.`);
  }
  if (InputTransformer) checkTransformer(InputTransformer);
}

function checkJson(input: string) {
  try {
    JSON.parse(input);
  } catch {
    throw invalidParameter('Input', 'JSON syntax error in input for target.');
  }
}
