import { detect, isOfRefusal, judgeByFindings } from './detect.ts';
import type { Guard } from './guard.ts';
import { isChange } from './judgement.ts';
import type { TrailPass } from './trail-pass.ts';
import type { UntoldRestore } from './untold-restore.ts';

/** The pass as that of the earlier run would have been, had it come to its end. What is still so, this pass saw by itself. */
export function withUntold(
  pass: TrailPass,
  untold: readonly UntoldRestore[],
  { techniques }: Guard,
): TrailPass {
  if (untold.length === 0 || !pass.standing.guarded) return pass;
  const earlier = new Map(untold.flatMap(({ drifts }) => drifts.map((drift) => [drift.path, drift])));
  for (const { path } of [...pass.drifts, ...pass.left]) earlier.delete(path);
  const drifts = [...earlier.values(), ...pass.drifts];
  const findings = [
    ...detect(drifts, pass.calls.filter(isChange), techniques),
    ...pass.findings.filter(isOfRefusal),
  ];
  const since = [pass, ...untold].flatMap(({ darkFrom }) => darkFrom ?? []);
  return {
    ...pass,
    calls: judgeByFindings(pass.calls, findings, techniques),
    drifts,
    findings,
    found: Object.assign({}, ...untold.map(({ found }) => found), pass.found),
    isDark: pass.isDark || untold.some(({ isDark }) => isDark),
    darkFrom: since.length > 0 ? Math.min(...since) : null,
    untold,
  };
}
