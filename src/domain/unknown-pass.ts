import { detect } from './detect.ts';
import { isTampering, type JudgedCall } from './judgement.ts';
import type { Trail } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';

/** Calls whose trail no read shows: nothing can be put back, only told. @param former the trail, if it was known */
export function lookAtMissing(former: Trail | null, calls: readonly JudgedCall[], at: number): TrailPass {
  const because = former
    ? 'the trail is gone, and nobody had approved what it must be'
    : 'no trail of this account and Region fits what the call names';
  return unknownPass({ about: 'trail', trail: former, because, calls, at });
}

interface UnknownPass extends Pick<TrailPass, 'about' | 'trail' | 'calls' | 'at'> {
  readonly because: string;
}

/** A pass over calls that no guarded trail stands behind. */
export function unknownPass({ about, trail, because, calls, at }: UnknownPass): TrailPass {
  const tampering = calls.filter(isTampering);
  return {
    about,
    trail,
    standing: { guarded: false, because, baseline: null, isDestination: false },
    calls,
    findings: detect([], tampering, []),
    drifts: [],
    found: {},
    left: [],
    unread: [],
    steps: [],
    notTaken: [],
    heldBack: null,
    window: null,
    status: { read: false, reason: because },
    isLit: false,
    logs: false,
    darkFrom: trail && tampering.length > 0 ? Math.min(...tampering.map(({ call }) => call.at)) : null,
    isDark: trail !== null,
    seenAt: at,
    at,
    isGone: trail !== null,
    noted: null,
    untold: [],
  };
}
