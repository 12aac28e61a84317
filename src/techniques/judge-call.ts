import type { Judgement } from '../domain/judgement.ts';
import type { ApiCall } from '../domain/signal.ts';
import { INFORMATIONAL_CALLS } from './informational-calls.ts';
import { matchCall } from './match-call.ts';

/** What one call is by its record alone: its most severe technique, with the evidence of all. */
export function judgeCall(call: ApiCall): Judgement {
  const matches = matchCall(call);
  const [worst] = matches;
  if (!worst)
    return { techniqueId: null, severity: 'info', done: doneBy(call), evidence: null, restore: null };
  const { id, severity, done, restore = null } = worst.technique;
  const evidence = matches.flatMap((match) => match.evidence ?? []).join('; ') || null;
  return { techniqueId: id, severity, done, evidence, restore };
}

const doneBy = ({ eventSource, eventName }: ApiCall): string =>
  INFORMATIONAL_CALLS.find((call) => call.eventSource === eventSource && call.eventName === eventName)
    ?.done ?? 'made another call';
