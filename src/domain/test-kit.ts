import type { Actor } from './actor.ts';
import type { Guard } from './guard.ts';
import type { Judgement } from './judgement.ts';
import type { Entry, EntryKind } from './ledger.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';
import type { ApiCall } from './signal.ts';
import type { Technique } from './technique.ts';
import type { Trail, TrailStatus } from './trail.ts';

/** 21 November 2026, 09:00 UTC. */
export const NINE = Date.UTC(2026, 10, 21, 9);
export const MINUTE = 60_000;

export const MAIN: Trail = {
  name: 'main',
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  accountId: '111122223333',
  partition: 'aws',
  homeRegion: 'eu-central-1',
  isMultiRegion: true,
  isOrganization: false,
};

export const SPARE: Trail = { ...MAIN, name: 'spare', arn: MAIN.arn.replace('main', 'spare') };

export const SETTINGS: Settings = {
  accountId: '111122223333',
  partition: 'aws',
  region: 'eu-central-1',
  mode: 'restore',
  trails: [],
  sweepMinutes: 5,
  notifyOn: 'all',
  notifyOnAttempts: true,
  roleArn: 'arn:aws:iam::111122223333:role/trailkeeper',
};

const STOP_LOGGING: Technique = {
  id: 'cloudtrail.stop-logging',
  catalogue: ['CT-01'],
  severity: 'critical',
  done: 'stopped logging',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['StopLogging'],
  drift: 'status.IsLogging',
  restore: 'StartLogging',
  actions: { read: [], restore: [] },
};

const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  StopLogging: {
    techniqueId: STOP_LOGGING.id,
    severity: 'critical',
    done: 'stopped logging',
    evidence: null,
    restore: 'StartLogging',
  },
  DeleteTrail: {
    techniqueId: 'cloudtrail.delete-trail',
    severity: 'critical',
    done: 'deleted the trail',
    evidence: null,
    restore: null,
  },
};

const INFORMATION: Judgement = {
  techniqueId: null,
  severity: 'info',
  done: 'did something harmless',
  evidence: null,
  restore: null,
};

export const MALLORY: Actor = {
  kind: 'iam-user',
  name: 'mallory',
  arn: 'arn:aws:iam::111122223333:user/mallory',
  accountId: '111122223333',
  roleArn: null,
  isCrossAccount: false,
  isConsole: false,
};

let calls = 0;

/** A call that mallory made on `main`; every call has an id of its own. */
export const call = (eventName: string, fields: Partial<ApiCall> = {}): ApiCall => ({
  kind: 'api-call',
  eventId: `event-${++calls}`,
  eventName,
  eventSource: 'cloudtrail.amazonaws.com',
  at: NINE,
  accountId: '111122223333',
  region: 'eu-central-1',
  actor: MALLORY,
  sourceIp: '192.0.2.7',
  userAgent: 'aws-cli',
  error: null,
  trailAsRecorded: 'main',
  request: { name: 'main' },
  response: null,
  record: { eventName },
  ...fields,
});

/** A small world behind the ports: trails with their status, a ledger, and the reports that were sent. */
export class TestWorld {
  now = NINE;
  readonly trails = new Map<Trail, TrailStatus>();
  readonly sent: Report[] = [];
  former: readonly Trail[] = [];
  /** Set to make the calls of a port fail. */
  failing: { alerts?: Error; start?: Error; status?: Error; deployment?: Error } = {};
  /** Reads of a status show what was before a start for so many reads. */
  staleReads = 0;
  /** Confirmed subscriptions. */
  confirmed = 1;
  deployedAt = NINE - 60 * MINUTE;
  readonly #ledger = new Map<string, Entry<unknown>>();

  /** A trail that has logged since the guard came. */
  addLogging(trail: Trail): void {
    this.trails.set(trail, { isLogging: true, startLoggingTime: NINE - 30 * MINUTE });
  }

  stop(trail: Trail, at = this.now): void {
    this.trails.set(trail, { ...this.trails.get(trail), isLogging: false, stopLoggingTime: at });
  }

  isLogging(trail: Trail): boolean {
    return this.trails.get(trail)?.isLogging === true;
  }

  forgetLedger(): void {
    this.#ledger.clear();
  }

  guard(settings: Partial<Settings> = {}): Guard {
    return {
      settings: { ...SETTINGS, ...settings },
      techniques: [STOP_LOGGING],
      judge: ({ eventName }) => JUDGEMENTS[eventName] ?? INFORMATION,
      ports: {
        clock: {
          now: () => this.now,
          sleep: async (ms) => {
            this.now += ms;
          },
        },
        trails: {
          listTrails: async () => [...this.trails.keys()],
          listFormerTrails: () => this.former,
          readStatus: async (trail) => this.#readStatus(trail),
        },
        restorer: { apply: async ({ trailArn }) => this.#start(trailArn) },
        ledger: {
          load: async <T>(kind: EntryKind, id: string) =>
            this.#ledger.get(`${kind} ${id}`) as Entry<T> | undefined,
          save: async (kind, id, value, expected) => this.#save(`${kind} ${id}`, value, expected),
          list: async <T>(kind: EntryKind) =>
            [...this.#ledger]
              .filter(([key]) => key.startsWith(`${kind} `))
              .map(([key, entry]) => ({ ...(entry as Entry<T>), id: key.slice(kind.length + 1) })),
        },
        alerts: {
          send: async (report) => {
            if (this.failing.alerts) throw this.failing.alerts;
            if (this.confirmed === 0) return 'nobody';
            this.sent.push(report);
            return 'sent';
          },
          readAudience: async () => ({
            confirmed: { read: true, value: this.confirmed },
            pending: { read: true, value: 0 },
          }),
        },
        readDeploymentTime: async () => {
          if (this.failing.deployment) throw this.failing.deployment;
          return this.deployedAt;
        },
      },
    };
  }

  #before: TrailStatus | undefined;

  #readStatus(trail: Trail): TrailStatus {
    if (this.failing.status) throw this.failing.status;
    if (this.staleReads > 0 && this.#before) {
      this.staleReads--;
      return this.#before;
    }
    const status = this.trails.get(trail);
    if (!status) throw new Error('TrailNotFoundException');
    return status;
  }

  #start(trailArn: string): void {
    if (this.failing.start) throw this.failing.start;
    const trail = [...this.trails.keys()].find(({ arn }) => arn === trailArn);
    if (!trail) throw new Error('TrailNotFoundException');
    this.#before = this.trails.get(trail);
    this.trails.set(trail, { ...this.#before, isLogging: true, startLoggingTime: this.now });
  }

  #save(key: string, value: unknown, expected: number): boolean {
    if ((this.#ledger.get(key)?.version ?? 0) !== expected) return false;
    this.#ledger.set(key, { value: structuredClone(value), version: expected + 1 });
    return true;
  }
}
