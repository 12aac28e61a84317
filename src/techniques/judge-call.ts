import { isCallOf } from '../domain/detect.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { ApiCall } from '../domain/signal.ts';
import { TECHNIQUES } from './index.ts';
import { doneBy } from './informational-calls.ts';
import { matchCall } from './match-call.ts';
import { requestPadded } from './request-padded/technique.ts';

/**
 * What one call is by its record alone: its most severe technique, with the evidence of all.
 * @param isAboutGuard as in `matchCall`
 */
export function judgeCall(call: ApiCall, isAboutGuard?: boolean): Judgement {
  const matches = matchCall(call, isAboutGuard);
  const [worst] = matches;
  if (!worst) return harmless(call);
  const { id, severity, done, subject, restore } = worst.technique;
  const evidence = matches.flatMap((match) => match.evidence ?? []).join('; ') || null;
  return { techniqueId: id, severity, done, evidence, restore, subject };
}

/**
 * As far as its record tells: a difference in the state that follows says more. Calls that are watched for a padded request alone are
 * about nothing without it.
 */
const harmless = (call: ApiCall): Judgement => ({
  techniqueId: null,
  severity: 'info',
  done: doneBy(call),
  evidence: null,
  restore: [],
  subject:
    TECHNIQUES.find((technique) => technique !== requestPadded && isCallOf(technique, call))?.subject ?? null,
});
