import type { Drift } from '../drift.ts';
import type { Guard } from '../guard.ts';
import { isWeaker, type TrailPass } from '../look.ts';
import { worstSeverity } from '../severity.ts';
import type { NoticeReport } from './report.ts';
import { isCoverageTold } from './tell-coverage.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { headerOf, incidentIdOf } from './trail-report.ts';

/** What a trail's owner was told once, by key, and which parts could not be read at the last sweep. */
interface Noticed {
  readonly told: readonly string[];
  readonly unread: readonly string[];
}

/** Tells what is no incident: drifts that nobody undoes, parts that stay unread, a trail that nobody approved. Each once. */
export const tellNotices = (pass: TrailPass, guard: Guard): Promise<readonly Telling[]> =>
  untilOurs(guard.ports, () => tryToTell(pass, guard));

async function tryToTell(pass: TrailPass, guard: Guard): Promise<readonly Telling[]> {
  const { trail, standing } = pass;
  if (!trail || !standing.guarded) return [];
  const { entry, leftOver } = await readEntry(guard.ports, 'notice', trail.arn, isNoticed);
  const before = entry.state ?? { told: [], unread: [] };
  const topics = topicsOf(pass, before);
  const now: Noticed = {
    // What is no longer so may be told again when it comes back.
    told: topics.map(({ key }) => key),
    unread: pass.unread.map(({ part }) => part),
  };
  // The first message says of each trail whether it is approved.
  const isCovered = await isCoverageTold(guard);
  const fresh = topics.filter(
    ({ key, about }) => !before.told.includes(key) && (isCovered || about !== 'unapproved'),
  );
  if (JSON.stringify(now) === JSON.stringify(before)) return leftOver;
  const report = fresh.length > 0 ? reportNotice(pass, trail, fresh, guard) : null;
  return [...leftOver, await tell(guard.ports, guard.settings, entry, now, report)];
}

interface Topic {
  readonly key: string;
  readonly about: NoticeReport['about'][number];
  readonly drift?: Drift;
  readonly part?: string;
}

function topicsOf({ standing, left, unread, status }: TrailPass, before: Noticed): readonly Topic[] {
  const others = left.filter((drift) => drift.class !== 'weaker');
  // Once is a slow answer; twice in a row is worth a message.
  const lasting = unread.filter(({ part }) => part !== 'status' && before.unread.includes(part));
  return [
    ...(standing.baseline || !status.read ? [] : [{ key: 'unapproved', about: 'unapproved' } as const]),
    ...others.map((drift) => ({ key: keyOf(drift), about: 'drift', drift }) as const),
    ...lasting.map(({ part }) => ({ key: `unread ${part}`, about: 'unread', part }) as const),
  ];
}

const LONGEST_KEY = 300;

const keyOf = ({ path, actual }: Drift) => `${path} ${JSON.stringify(actual)}`.slice(0, LONGEST_KEY);

function reportNotice(
  { standing, unread, drifts, at }: TrailPass,
  { name, arn, homeRegion }: NonNullable<TrailPass['trail']>,
  fresh: readonly Topic[],
  guard: Guard,
): NoticeReport {
  const { baseline } = standing;
  return {
    ...headerOf(guard),
    kind: 'notice',
    incidentId: incidentIdOf(`${name}-notice`, at),
    severity: worstSeverity([
      isWeaker(drifts) ? 'low' : 'info',
      fresh.some(({ about }) => about === 'unread') ? 'medium' : 'info',
    ]),
    trail: { name, arn, homeRegion },
    baseline: baseline && { version: baseline.version, approval: baseline.approval },
    about: [...new Set(fresh.map(({ about }) => about))],
    drifts: fresh.flatMap(({ drift }) => (drift ? { ...drift, fate: 'told' as const } : [])),
    unread: unread.filter(({ part }) => fresh.some((topic) => topic.part === part)),
    elsewhere: [],
  };
}

function isNoticed(value: unknown): value is Noticed {
  const { told, unread } = (value ?? {}) as Partial<Noticed>;
  return [told, unread].every(
    (list) => Array.isArray(list) && list.every((item) => typeof item === 'string'),
  );
}
