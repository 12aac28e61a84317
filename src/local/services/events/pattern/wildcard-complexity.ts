import { invalidPattern } from './invalid-pattern.ts';
import type { Wildcard } from './matcher.ts';

/**
 * EventBridge publishes no figure. Ten beginnings of wildcards that one text can be in at the same time agree with what
 * it is known to refuse (`*:*:*:*:*:event-bus/*`; `/dir/` between two stars, then one of four file name endings) and to
 * accept (the same with two endings; four times a star and an ending).
 * @see https://github.com/aws/event-ruler (`evaluateComplexity`: how the engine behind EventBridge counts)
 */
const mostAtOnce = 10;

/** Gives up on patterns so large that counting them would take long: they are refused too. */
const mostStatesExplored = 2_000;

/** Throws for wildcards of one field that EventBridge calls too complex. */
export function refuseTooComplex(wildcards: readonly Wildcard[]) {
  if (isTooComplex(wildcards)) {
    throw invalidPattern(
      'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
    );
  }
}

/** Reads all texts at once, as a machine would that follows every wildcard in parallel, and counts where it stands. */
function isTooComplex(wildcards: readonly Wildcard[]): boolean {
  if (!wildcards.some((literals) => literals.length > 1)) return false;
  const steps = wildcards.flatMap(toSteps);
  const letters = new Set(steps.map((step) => step.letter));
  const start = withStars(
    steps,
    steps.flatMap((step, at) => (step.isStart ? [at] : [])),
  );
  const seen = new Set([start.join()]);
  const pending = [start];
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (state.length > mostAtOnce || seen.size > mostStatesExplored) return true;
    for (const letter of letters) {
      const next = read(steps, state, letter);
      if (next.length && !seen.has(next.join())) {
        seen.add(next.join());
        pending.push(next);
      }
    }
  }
  return false;
}

/** One place in a wildcard: what it waits for. A star waits for any text, '' marks the end. */
interface Step {
  readonly letter: string;
  readonly isStar: boolean;
  readonly isStart: boolean;
}

function toSteps(literals: Wildcard): Step[] {
  const steps: Step[] = [];
  const add = (letter: string, isStar: boolean) =>
    steps.push({ letter, isStar, isStart: steps.length === 0 });
  literals.forEach((literal, index) => {
    if (index > 0) add('', true);
    for (const letter of literal) add(letter, false);
  });
  add('', false);
  return steps;
}

/** A star may stand for nothing: whoever stands before one also stands behind it. */
function withStars(steps: readonly Step[], places: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (const place of all) if (steps[place]?.isStar) all.add(place + 1);
  return [...all].sort((a, b) => a - b);
}

function read(steps: readonly Step[], places: readonly number[], letter: string): readonly number[] {
  const next = places.flatMap((place) => {
    const step = steps[place];
    if (step?.isStar) return [place];
    return letter && step?.letter === letter ? [place + 1] : [];
  });
  return withStars(steps, next);
}
