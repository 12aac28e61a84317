import type { Finding } from './finding.ts';
import type { JudgedCall } from './judgement.ts';
import type { Snapshot } from './snapshot.ts';
import type { Step } from './step.ts';
import type { Technique } from './technique.ts';
import { isLoggingSince } from './trail.ts';

/**
 * The steps that put a guarded trail back. Reads lag behind writes, so after a StopLogging that succeeded only a start
 * later than it counts as proof; without that proof the restart is planned whatever was read.
 */
export function plan(
  snapshot: Snapshot,
  findings: readonly Finding[],
  tampering: readonly JudgedCall[],
  techniques: readonly Technique[],
): readonly Step[] {
  const restores = new Map(techniques.map((technique) => [technique.id as string, technique.restore]));
  const byState = findings.some(
    (finding) => finding.drift && restores.get(finding.techniqueId) === 'StartLogging',
  );
  const byCall = tampering.some((judged) => !isUndone(judged, snapshot));
  if (!byState && !byCall) return [];
  const { arn, homeRegion } = snapshot.trail;
  return [{ call: 'StartLogging', trailArn: arn, homeRegion }];
}

function isUndone({ call, judgement }: JudgedCall, { status }: Snapshot): boolean {
  if (judgement.restore !== 'StartLogging') return true;
  return status.read && isLoggingSince(status.value, call.at);
}
