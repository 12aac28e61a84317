import { parseArn } from './arn.ts';
import type { Baseline } from './baseline/baseline.ts';
import { detect } from './detect.ts';
import type { Guard } from './guard.ts';
import { isChange, type JudgedCall } from './judgement.ts';
import type { ApiCall } from './signal.ts';
import type { TrailPass } from './trail-pass.ts';

/** What events told of a trail that nobody approved. Times are milliseconds since the epoch. */
interface Life {
  readonly createdAt: number | null;
  readonly startedAt: number | null;
}

const UNKNOWN: Life = { createdAt: null, startedAt: null };

/** The events of a creation and of the deletion after it may be handled at the same time: the one waits for the other so long. */
const WAITS_MS = [0, 1_500, 3_000];
/** Two runs may write down two calls on one trail. */
const WRITING_ATTEMPTS = 3;

/**
 * Judges the deletion of trails that nobody approved once more: one whose creation was seen, and that never logged since, has recorded
 * nothing and takes nothing with it, as when a lab is torn down. Whatever is not known of it makes it a loss. To be called when all is
 * restored.
 */
export async function judgeUnguardedLives(
  passes: readonly TrailPass[],
  baselines: readonly Baseline[],
  guard: Guard,
): Promise<readonly TrailPass[]> {
  const isOurs = (judged: JudgedCall) => isChange(judged) && isUnguarded(judged.call, baselines, guard);
  const calls = passes.flatMap((pass) => pass.calls.filter(isOurs));
  for (const { call } of calls) await note(call, guard);
  const ofNoLoss = await Promise.all(
    calls.map(async ({ call }) => ((await isOfNoLoss(call, guard)) ? [call] : [])),
  );
  const harmless = new Set(ofNoLoss.flat());
  return harmless.size === 0 ? passes : passes.map((pass) => asInformation(pass, harmless, guard));
}

/** A call on a trail of this account that no baseline names, whether it is guarded or retired. */
function isUnguarded(call: ApiCall, baselines: readonly Baseline[], { settings }: Guard): boolean {
  if (!(call.eventName in NOTED) && call.eventName !== 'DeleteTrail') return false;
  const arn = parseArn(call.trailAsRecorded ?? '');
  if (arn && arn.accountId !== settings.accountId) return false;
  const id = idOf(call);
  return !baselines.some(({ trail }) => id === `${trail.homeRegion} ${trail.name}`);
}

/** By the name, which a Region has once. */
function idOf({ trailAsRecorded, region }: ApiCall): string {
  const arn = parseArn(trailAsRecorded ?? '');
  return arn ? `${arn.region} ${arn.resource.split('/')[1]}` : `${region} ${trailAsRecorded}`;
}

const NOTED: Readonly<Record<string, keyof Life>> = { CreateTrail: 'createdAt', StartLogging: 'startedAt' };

async function note(call: ApiCall, { ports: { ledger } }: Guard): Promise<void> {
  const what = NOTED[call.eventName];
  if (!what) return;
  for (let attempt = 0; attempt < WRITING_ATTEMPTS; attempt++) {
    const entry = await ledger.load<Partial<Life>>('life', idOf(call));
    const life = { ...UNKNOWN, ...entry?.value };
    const latest = { ...life, [what]: Math.max(Number(life[what] ?? 0), call.at) };
    if (await ledger.save<Life>('life', idOf(call), latest, entry?.version ?? 0)) return;
  }
}

async function isOfNoLoss(call: ApiCall, guard: Guard): Promise<boolean> {
  if (call.eventName !== 'DeleteTrail' || (await isRemembered(call, guard))) return false;
  for (const waitMs of WAITS_MS) {
    if (waitMs > 0) await guard.ports.clock.sleep(waitMs);
    const { createdAt, startedAt } =
      (await guard.ports.ledger.load<Life>('life', idOf(call)))?.value ?? UNKNOWN;
    // The time of an event has no fraction of a second.
    if (typeof createdAt === 'number' && createdAt <= call.at) return (startedAt ?? 0) < createdAt;
  }
  return false;
}

/** A trail that was ever kept logging has a notice or an incident of its own. */
async function isRemembered(call: ApiCall, { ports, settings }: Guard): Promise<boolean> {
  const [region, name] = idOf(call).split(' ');
  const arn = `arn:${settings.partition}:cloudtrail:${region}:${settings.accountId}:trail/${name}`;
  const entries = [await ports.ledger.load('notice', arn), await ports.ledger.load('incident', arn)];
  return entries.some((entry) => entry !== undefined);
}

function asInformation(pass: TrailPass, harmless: ReadonlySet<ApiCall>, { techniques }: Guard): TrailPass {
  if (!pass.calls.some(({ call }) => harmless.has(call))) return pass;
  const calls = pass.calls.map((judged) =>
    harmless.has(judged.call) ? { ...judged, judgement: { ...judged.judgement, ...NO_LOSS } } : judged,
  );
  const findings = detect(pass.drifts, calls.filter(isChange), techniques);
  return { ...pass, calls, findings, darkFrom: findings.length > 0 ? pass.darkFrom : null };
}

const NO_LOSS = {
  techniqueId: null,
  severity: 'info',
  done: 'deleted a trail that never logged',
  evidence: null,
  restore: [],
} as const;
