import type { EventSelectors } from '../../parts.ts';
import { EVERY_EVENT } from './event-set.ts';
import { takenEach, takenOfKind } from './kinds.ts';
import { selectionsOf } from './selection.ts';

/** Whether any event at all can be recorded. Not even `Equals` beside `NotEquals` of the same value passes for something. */
export const recordsSomething = (selectors: EventSelectors): boolean =>
  takenEach(EVERY_EVENT, selectionsOf(selectors)).length > 0;

/** Whether any write management event can be recorded. Without them EventBridge hears nothing of the account's changes. */
export const recordsManagementWrites = (selectors: EventSelectors): boolean =>
  takenOfKind('Management', 'write', selectionsOf(selectors)).length > 0;
