import { includesPattern, mayOverlap } from './glob.ts';
import type { Relation } from './scope.ts';

/** `${aws:username}` and the like. */
const VARIABLE = /\$\{(?:\$|[^{}$]*)\}/g;

/** What a variable stands for is not known: it may be anything. */
const widened = (pattern: string): string => pattern.replace(VARIABLE, '*');

/** Whether a resource pattern takes in another; of a variable nothing is known but that it is itself. */
export const coversPattern = (outer: string, inner: string): boolean =>
  outer === inner || (!outer.includes('${') && includesPattern(outer, widened(inner)));

export const RESOURCES: Relation = {
  includes: coversPattern,
  mayOverlap: (one, other) => mayOverlap(widened(one), widened(other)),
};

export const ACTIONS: Relation = { includes: includesPattern, mayOverlap };
