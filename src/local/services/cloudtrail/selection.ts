import type { AdvancedFieldSelector, EventSelector } from '@aws-sdk/client-cloudtrail';
import { OPERATORS } from './advanced-event-selectors.ts';
import type { Selectors } from './trail.ts';

/** What selectors look at in a management event. */
export interface SelectableEvent {
  readonly eventSource: string;
  readonly readOnly: boolean;
}

/** Whether event selectors pick a management event. */
export const selectsManagementEvent = (selectors: Selectors, event: SelectableEvent): boolean =>
  'basic' in selectors
    ? selectors.basic.some((selector) => isPickedBy(selector, event))
    : selectors.advanced.some(({ FieldSelectors = [] }) =>
        FieldSelectors.every((field) => holds(field, event)),
      );

function isPickedBy(selector: EventSelector, { eventSource, readOnly }: SelectableEvent): boolean {
  if (!selector.IncludeManagementEvents) return false;
  if (selector.ExcludeManagementEventSources?.includes(eventSource)) return false;
  return picksReadWrite(selector, readOnly);
}

export const picksReadWrite = ({ ReadWriteType: type }: EventSelector, readOnly: boolean): boolean =>
  type === 'All' || type === (readOnly ? 'ReadOnly' : 'WriteOnly');

const holds = (field: AdvancedFieldSelector, event: SelectableEvent): boolean =>
  fieldHolds(field, fieldValue(field.Field, event));

/**
 * Whether a field selector picks an event with this value in its field; an event without the field is never picked. Of what includes, one
 * operator is enough; of what excludes, none may match.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html#filtering-data-events-conditions
 */
export function fieldHolds(field: AdvancedFieldSelector, value: string | undefined): boolean {
  if (value === undefined) return false;
  const given = OPERATORS.filter((operator) => field[operator] !== undefined);
  const test = (operator: (typeof OPERATORS)[number]) => tests[operator](value, field[operator] ?? []);
  const including = given.filter((operator) => !operator.startsWith('Not'));
  const excluding = given.filter((operator) => operator.startsWith('Not'));
  return (including.length === 0 || including.some(test)) && excluding.every(test);
}

// Only these three are allowed for management events; any other belongs to a category that no such event has.
function fieldValue(field: string | undefined, event: SelectableEvent): string | undefined {
  if (field === 'eventCategory') return 'Management';
  if (field === 'readOnly') return String(event.readOnly);
  return field === 'eventSource' ? event.eventSource : undefined;
}

type Test = (value: string, operands: readonly string[]) => boolean;

const startsWith: Test = (value, operands) => operands.some((operand) => value.startsWith(operand));
const endsWith: Test = (value, operands) => operands.some((operand) => value.endsWith(operand));

const tests: Readonly<Record<(typeof OPERATORS)[number], Test>> = {
  Equals: (value, operands) => operands.includes(value),
  NotEquals: (value, operands) => !operands.includes(value),
  StartsWith: startsWith,
  NotStartsWith: (value, operands) => !startsWith(value, operands),
  EndsWith: endsWith,
  NotEndsWith: (value, operands) => !endsWith(value, operands),
};
