import type { Guard } from './guard.ts';
import type { About } from './relevance.ts';
import type { SortedCall } from './sort-calls.ts';
import { trailOfCall } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';
import { lookAtMissing, unknownPass } from './unknown-pass.ts';

/** Calls that no trail's own pass tells: about trails that are none or no more, the guard itself, the account. */
export function passOverOthers(calls: readonly SortedCall[], { ports }: Guard): readonly TrailPass[] {
  const at = ports.clock.now();
  const of = (kind: About['kind']) =>
    calls.flatMap(({ judged, about }) => (about.kind === kind ? [judged] : []));
  const former = ports.trails.listFormerTrails();
  const byFormer = Map.groupBy(of('unknown-trail'), ({ call }) => trailOfCall(former, call) ?? null);
  const others = [
    { about: 'guard', because: 'it is a part of the guard itself', calls: of('guard') },
    {
      about: 'account',
      because: 'it is no part of a trail, and other detectors and the organization are not this guard’s',
      calls: of('account'),
    },
  ] as const;
  return [
    ...[...byFormer].map(([trail, ofTrail]) => lookAtMissing(trail, ofTrail, at)),
    ...others
      .filter((other) => other.calls.length > 0)
      .map((other) => unknownPass({ ...other, trail: null, at })),
  ];
}
