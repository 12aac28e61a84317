import { makeBaselineStore } from '../aws/baseline-store.ts';
import { makeEventHistory } from '../aws/event-history.ts';
import { makeRestorer } from '../aws/restorer.ts';
import { makeTrailReader } from '../aws/trail-reader.ts';
import { makeWindowStore } from '../aws/window-store.ts';
import { RefusedError } from '../domain/errors.ts';
import type { Guard } from '../domain/guard.ts';
import { isOwnPart } from '../domain/own-parts.ts';
import type { Alerts, Restorer, TrailReader } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { Trail } from '../domain/trail.ts';
import { readRecord } from '../signals/read-record.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { judgeCall } from '../techniques/judge-call.ts';
import type { Live } from './live/connect.ts';
import { anyoneOf, settingsOf } from './live/live-settings.ts';
import { type ElsewhereOf, noteElsewhere } from './live/note-elsewhere.ts';
import { readOnlyBaselines } from './live/read-only-baselines.ts';
import { readRemembered } from './live/remembered.ts';

/** A guard of one run, in the hands of the person who calls. It stores no baseline, and tells nobody else. */
export interface LiveGuard {
  readonly guard: Guard;
  /** What was approved of each trail's mode, by ARN. */
  readonly modes: ReadonlyMap<string, 'restore' | 'notify'>;
  readonly elsewhereOf: ElsewhereOf;
  /** What people should know of how it was made. */
  readonly notes: readonly string[];
}

/** `look` compares, `plan` also says what would be done, `restore` does it. Only the last one changes anything. */
export type Purpose = 'look' | 'plan' | 'restore';

/** What is below the lowest tier may take no step: then a pass plans all of them. */
const TAKES_NO_STEP = 'none' as Settings['restoreScope'];

const DECISIONS: Readonly<Record<Purpose, Pick<Settings, 'mode' | 'restoreScope'>>> = {
  look: { mode: 'notify', restoreScope: TAKES_NO_STEP },
  plan: { mode: 'restore', restoreScope: TAKES_NO_STEP },
  // The caller's own rights are the only bound.
  restore: { mode: 'restore', restoreScope: 'operator' },
};

export interface LiveGuardOptions {
  readonly purpose: Purpose;
  /** The one trail that is looked at. */
  readonly trail?: Trail | undefined;
  /**
   * Whether baselines show the modes that were approved. In a pass they do not: there the person decides, not the baseline.
   * @default false
   */
  readonly keepsModes?: boolean;
}

/**
 * The same guard as the function's, with the caller's credentials. What it would remember or send is forgotten: the function
 * notices changes by itself.
 */
export async function makeLiveGuard(live: Live, options: LiveGuardOptions): Promise<LiveGuard> {
  const { callAws, clock, connection, region, stack } = live;
  const { purpose, trail, keepsModes = false } = options;
  const settings = { ...settingsOf(live), ...DECISIONS[purpose] };
  const modes = new Map<string, 'restore' | 'notify'>();
  const { ledger, notes } = await readRemembered(live, { trail, keepsModes });
  const { trails, elsewhereOf } = noteElsewhere(makeTrailReader(callAws, settings));
  return {
    modes,
    elsewhereOf,
    notes,
    guard: {
      settings,
      techniques: TECHNIQUES,
      judge: (call) =>
        judgeCall(
          call,
          call.targets.some((target) => isOwnPart(target, settings)),
        ),
      readRecord: (record) => {
        const call = readRecord(record);
        return 'unusable' in call ? null : call;
      },
      ports: {
        clock,
        trails: trail ? onlyThis(trail, trails) : trails,
        restorer: purpose === 'restore' ? makeRestorer(callAws, clock, region) : CHANGES_NOTHING,
        baselines: readOnlyBaselines(makeBaselineStore(connection), {
          only: trail ?? null,
          vouchedBy: stack ? null : anyoneOf(live.identity),
          keepsModes,
          noteMode: ({ trail: { arn }, mode: own }) => own && modes.set(arn, own),
        }),
        windows: makeWindowStore(connection),
        history: makeEventHistory(callAws, settings),
        ledger,
        alerts: SILENT,
        readDeploymentTime: async () => {
          if (stack) return stack.createdAt;
          throw new Error('no guard is deployed here');
        },
      },
    },
  };
}

const CHANGES_NOTHING: Restorer = {
  async apply({ call }) {
    throw new RefusedError('NotAsked', `${call} is not for a look`);
  },
  proveBucketOwner: async () => ({ result: 'unproven', reason: 'it is not asked' }),
};

const NOT_ASKED = { read: false, reason: 'it is not asked' } as const;

/** Nothing leaves: the result is on the screen. */
const SILENT: Alerts = {
  send: async () => 'sent',
  readAudience: async () => ({ confirmed: NOT_ASKED, pending: NOT_ASKED }),
};

const onlyThis = (trail: Trail, trails: TrailReader): TrailReader => ({
  ...trails,
  async listTrails() {
    const seen = (await trails.listTrails()).filter(({ arn }) => arn === trail.arn);
    if (seen.length > 0) return seen;
    // A trail of one other Region is in no listing here.
    const found = await trails.findTrail(trail.arn, trail.homeRegion);
    return found ? [found] : [];
  },
});
