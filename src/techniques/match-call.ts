import { parseArn } from '../domain/arn.ts';
import { isCallOf } from '../domain/detect.ts';
import { findEmptied, findTurnedOff } from '../domain/request/trail-request.ts';
import type { ApiCall } from '../domain/signal.ts';
import type { Technique } from '../domain/technique.ts';
import { TECHNIQUES } from './index.ts';

/** A technique that a record shows by itself. */
export interface Match {
  readonly technique: Technique;
  /** What in the request shows it; null when the call itself does. */
  readonly evidence: string | null;
}

/**
 * The techniques that a call's record alone shows, the most severe first; also of a call that failed. Whether what it names is
 * anything a guarded trail depends on, the record cannot tell.
 *
 * A refused call often has no request in its record. Every StopLogging, DeleteTrail and DisableKey does harm, so there the name is
 * enough. An UpdateTrail or PutEventSelectors without its request may as well have been a strengthening, or a pipeline whose role
 * lacks the permission: it shows no technique. It is still told, as an attempt.
 * @param isAboutGuard whether it names a part of the guard: the same call on a role of the guard is another technique than on the
 * trail's. Left out: nothing is known of what it names, so every technique counts.
 */
export function matchCall(call: ApiCall, isAboutGuard?: boolean): readonly Match[] {
  const matches = TECHNIQUES.flatMap((technique) => match(technique, call) ?? []);
  if (isAboutGuard === undefined) return matches;
  const ofGuard = matches.filter(isOfGuard);
  return isAboutGuard && ofGuard.length > 0 ? ofGuard : matches.filter((one) => !isOfGuard(one));
}

const isOfGuard = ({ technique }: Match): boolean => technique.subject === 'guard';

function match(technique: Technique, call: ApiCall): Match | undefined {
  const { request, subject } = technique;
  if (!isCallOf(technique, call) || request === 'state') return;
  if (subject === 'trail' && isAboutNoTrail(call)) return;
  if (request === undefined) return { technique, evidence: null };
  const evidence = findEvidence(technique, call);
  return evidence === null ? undefined : { technique, evidence };
}

function findEvidence({ request: test, drift: [path] }: Technique, call: ApiCall): string | null {
  const request = call.request ?? {};
  if (typeof test === 'function') return test(request, call);
  const field = (path ?? '').replace(/^trail\.(.)/, (_, first: string) => first.toLowerCase());
  return test === 'field-is-false' ? findTurnedOff(request, field) : findEmptied(request, field);
}

/** Tags are also removed from event data stores, channels and dashboards. */
function isAboutNoTrail({ trailAsRecorded }: ApiCall): boolean {
  const arn = parseArn(trailAsRecorded ?? '');
  return arn?.service === 'cloudtrail' && !arn.resource.startsWith('trail/');
}
