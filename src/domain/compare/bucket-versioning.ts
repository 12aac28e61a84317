import type { Drift } from '../drift.ts';
import type { BucketVersioning } from '../parts.ts';

/** While versioning is on, a log file that somebody deletes or overwrites is still there. */
export function compareVersioning(expected: BucketVersioning, actual: BucketVersioning): readonly Drift[] {
  const names = ['Status', 'MFADelete'] as const;
  return names.flatMap((name) => {
    const [wanted, found] = [expected[name] === 'Enabled', actual[name] === 'Enabled'];
    if (wanted === found) return [];
    return [
      {
        path: `bucket.versioning.${name}`,
        expected: expected[name],
        actual: actual[name],
        class: wanted ? 'weaker' : 'stronger',
      },
    ];
  });
}
