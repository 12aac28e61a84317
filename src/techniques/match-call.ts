import { parseArn } from '../domain/arn.ts';
import type { ApiCall } from '../domain/signal.ts';
import type { Technique } from '../domain/technique.ts';
import { findEmptied, findTurnedOff } from '../domain/trail-request.ts';
import { TECHNIQUES } from './index.ts';

/** A technique that a record shows by itself. */
export interface Match {
  readonly technique: Technique;
  /** What in the request shows it; null when the call itself does. */
  readonly evidence: string | null;
}

/**
 * The techniques that a call's record alone shows, the most severe first; also of a call that failed.
 *
 * A refused call often has no request in its record. Every StopLogging, DeleteTrail and RemoveTags impairs a trail, so
 * there the name is enough. An UpdateTrail or PutEventSelectors without its request may as well have been a
 * strengthening, or a pipeline whose role lacks the permission: it shows no technique. It is still told, as an attempt.
 */
export const matchCall = (call: ApiCall): readonly Match[] =>
  isAboutNoTrail(call) ? [] : TECHNIQUES.flatMap((technique) => match(technique, call) ?? []);

function match(technique: Technique, call: ApiCall): Match | undefined {
  if (call.eventSource !== technique.eventSource || !technique.eventNames.includes(call.eventName)) return;
  if (technique.request === undefined) return { technique, evidence: null };
  const evidence = findEvidence(technique, call);
  return evidence === null ? undefined : { technique, evidence };
}

function findEvidence({ request: test, drift }: Technique, call: ApiCall): string | null {
  const request = call.request ?? {};
  if (typeof test === 'function') return test(request, call);
  const field = drift.replace(/^trail\.(.)/, (_, first: string) => first.toLowerCase());
  return test === 'field-is-false' ? findTurnedOff(request, field) : findEmptied(request, field);
}

/** Tags are also removed from event data stores, channels and dashboards. */
function isAboutNoTrail({ trailAsRecorded }: ApiCall): boolean {
  const arn = parseArn(trailAsRecorded ?? '');
  return arn?.service === 'cloudtrail' && !arn.resource.startsWith('trail/');
}
