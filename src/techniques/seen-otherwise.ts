import type { Technique } from '../domain/technique.ts';
import { alertKeyDisabled } from './alert-key-disabled/technique.ts';
import { dependencyChangedElsewhere } from './dependency-changed-elsewhere/technique.ts';
import { eventLost } from './event-lost/technique.ts';
import { eventTooLarge } from './event-too-large/technique.ts';
import { guardCutOff } from './guard-cut-off/technique.ts';
import { guardDenied } from './guard-denied/technique.ts';
import { otherPartitionOrShadow } from './other-partition-or-shadow/technique.ts';
import { restorerLooped } from './restorer-looped/technique.ts';
import { restorerThrottled } from './restorer-throttled/technique.ts';
import { unrecordedByDesign } from './unrecorded-by-design/technique.ts';
import { weakFromTheStart } from './weak-from-the-start/technique.ts';

/**
 * Techniques that neither a call nor a difference in the state names, the most severe first: how they are seen, their documentation says.
 * They are no part of the function, which would never find one.
 */
export const SEEN_OTHERWISE: readonly Technique[] = [
  dependencyChangedElsewhere,
  alertKeyDisabled,
  eventTooLarge,
  eventLost,
  restorerThrottled,
  guardDenied,
  guardCutOff,
  weakFromTheStart,
  restorerLooped,
  otherPartitionOrShadow,
  unrecordedByDesign,
];
