import type { Actor } from './actor.ts';
import { BASELINE_SCHEMA, type Baseline } from './baseline/baseline.ts';
import type { StoredBaseline } from './baseline/baseline-store.ts';
import type { HistoryQuery } from './event-history.ts';
import type { Guard } from './guard.ts';
import type { JsonObject } from './json.ts';
import type { Judgement } from './judgement.ts';
import type { Entry, EntryKind } from './ledger.ts';
import type { Parts, TrailSettings } from './parts.ts';
import type { BucketProof } from './ports.ts';
import type { Settings } from './settings.ts';
import type { ApiCall } from './signal.ts';
import type { PartsRead } from './snapshot.ts';
import type { Step } from './step.ts';
import type { Technique } from './technique.ts';
import type { Report } from './telling/report.ts';
import type { Trail, TrailStatus } from './trail.ts';
import type { StoredWindow } from './window/windows.ts';

/** 21 November 2026, 09:00 UTC. */
export const NINE = Date.UTC(2026, 10, 21, 9);
export const MINUTE = 60_000;

export const TRAIL_SETTINGS: TrailSettings = {
  S3BucketName: 'logs-of-main',
  S3KeyPrefix: null,
  SnsTopicARN: null,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: null,
  CloudWatchLogsRoleArn: null,
  KmsKeyId: null,
};

export const MAIN: Trail = {
  name: 'main',
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  accountId: '111122223333',
  partition: 'aws',
  homeRegion: 'eu-central-1',
  isMultiRegion: true,
  isOrganization: false,
  settings: TRAIL_SETTINGS,
};

export const SPARE: Trail = { ...MAIN, name: 'spare', arn: MAIN.arn.replace('main', 'spare') };

export const OPERATOR = 'arn:aws:iam::111122223333:role/operator';

export const SETTINGS: Settings = {
  accountId: '111122223333',
  partition: 'aws',
  region: 'eu-central-1',
  mode: 'restore',
  restoreScope: 'trail-and-destination',
  trails: [],
  approvedPrincipals: [OPERATOR],
  sweepMinutes: 5,
  notifyOn: 'all',
  notifyOnAttempts: true,
  roleArn: 'arn:aws:iam::111122223333:role/trailkeeper',
  stackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/trailkeeper/0',
  topicArn: 'arn:aws:sns:eu-central-1:111122223333:trailkeeper-Alerts',
};

export const PARTS: Parts & Required<Pick<Parts, 'trail'>> = {
  trail: TRAIL_SETTINGS,
  eventSelectors: {
    EventSelectors: [
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: true,
        DataResources: [],
        ExcludeManagementEventSources: [],
      },
    ],
  },
  tags: { owner: 'security' },
  bucket: { Name: 'logs-of-main', Region: 'eu-central-1' },
  'bucket.versioning': { Status: 'Enabled', MFADelete: null },
};

/** What `main` must be. */
export const BASELINE: Baseline = {
  schema: BASELINE_SCHEMA,
  trail: { name: 'main', arn: MAIN.arn, accountId: MAIN.accountId, homeRegion: MAIN.homeRegion },
  version: 1,
  approval: { how: 'adopt', at: '2026-11-21T08:00:00.000Z', by: OPERATOR, reason: null },
  state: 'guarded',
  mode: null,
  bucketOwner: MAIN.accountId,
  organizationId: null,
  parts: PARTS,
};

const EMPTY_BUCKET: Parts = {
  'bucket.versioning': { Status: null, MFADelete: null },
  'bucket.replication': null,
};

const cloudTrail = (...eventNames: string[]): Technique['calls'] => [
  { eventSource: 'cloudtrail.amazonaws.com', eventNames },
];

const technique = (fields: Pick<Technique, 'id' | 'done' | 'drift' | 'restore'> & Partial<Technique>) => ({
  catalogue: [],
  severity: 'critical' as const,
  subject: 'trail' as const,
  calls: [],
  lost: '',
  toDo: '',
  ...fields,
});

/** A few techniques, as the registry has them. */
const TECHNIQUES: readonly Technique[] = [
  technique({
    id: 'cloudtrail.stop-logging',
    done: 'stopped logging',
    calls: cloudTrail('StopLogging'),
    drift: ['status.IsLogging'],
    restore: ['StartLogging'],
  }),
  technique({
    id: 'cloudtrail.delete-trail',
    done: 'deleted the trail',
    calls: cloudTrail('DeleteTrail'),
    drift: ['trail'],
    isShownBy: ({ path }) => path === 'trail',
    restore: ['CreateTrail', 'StartLogging'],
  }),
  technique({
    id: 'cloudtrail.trail-quota-used-up',
    done: 'used up the quota of trails',
    subject: 'account',
    calls: cloudTrail('CreateTrail'),
    request: 'state',
    drift: [],
    restore: [],
  }),
  technique({
    id: 'cloudtrail.multi-region-off',
    done: 'made the trail record one Region only',
    calls: cloudTrail('UpdateTrail'),
    drift: ['trail.IsMultiRegionTrail'],
    restore: ['UpdateTrail'],
  }),
  technique({
    id: 'cloudtrail.bucket-redirected',
    done: 'pointed the trail at another S3 bucket',
    calls: cloudTrail('UpdateTrail'),
    drift: ['trail.S3BucketName'],
    restore: ['UpdateTrail'],
  }),
  technique({
    id: 'cloudtrail.management-events-off',
    done: 'turned management events off',
    calls: cloudTrail('PutEventSelectors'),
    drift: ['eventSelectors'],
    restore: ['PutEventSelectors'],
  }),
  technique({
    id: 's3.versioning-suspended',
    done: 'suspended the versioning of the bucket',
    subject: 'bucket',
    severity: 'high',
    calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketVersioning'] }],
    request: 'state',
    drift: ['bucket.versioning'],
    restore: ['PutBucketVersioning'],
  }),
  technique({
    id: 's3.bucket-policy-weakened',
    done: 'weakened the policy of the bucket',
    subject: 'bucket',
    calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucketPolicy'] }],
    request: 'state',
    drift: ['bucket.policy'],
    restore: ['PutBucketPolicy'],
  }),
  technique({
    id: 'kms.key-policy-weakened',
    done: 'weakened the policy of the KMS key',
    subject: 'key',
    calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['PutKeyPolicy'] }],
    drift: ['key.policy'],
    isSettledByState: true,
    restore: ['PutKeyPolicy'],
  }),
  technique({
    id: 's3.bucket-deleted',
    done: 'deleted the bucket',
    subject: 'bucket',
    drift: ['bucket'],
    isShownBy: ({ path }) => path === 'bucket',
    restore: ['CreateBucket'],
  }),
  technique({
    id: 's3.replication-removed',
    done: 'stopped the replication of the bucket',
    subject: 'bucket',
    drift: ['bucket.replication'],
    restore: ['PutBucketReplication'],
    toDo: 'Put the replication back.',
  }),
  technique({
    id: 's3.lifecycle-removed',
    done: 'removed the lifecycle rules of the bucket',
    subject: 'bucket',
    severity: 'low',
    calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucketLifecycle'] }],
    request: 'state',
    drift: ['bucket.lifecycle'],
    isNoWeakness: true,
    restore: [],
    toDo: 'Approve it, or put the rules back.',
  }),
  technique({
    id: 'events.disable-rule',
    done: 'disabled a rule of the guard',
    subject: 'guard',
    calls: [{ eventSource: 'events.amazonaws.com', eventNames: ['DisableRule'] }],
    drift: [],
    restore: [],
    toDo: 'Enable the rule again.',
  }),
];

const JUDGED = new Set(['StopLogging', 'DeleteTrail', 'DisableRule']);

/** As the registry judges a call by its record alone. */
function judge({ eventName, eventSource, request }: ApiCall): Judgement {
  const known = TECHNIQUES.find(({ calls }) =>
    calls.some((call) => call.eventSource === eventSource && call.eventNames.includes(eventName)),
  );
  if (!known || !(JUDGED.has(eventName) || request?.bypassPolicyLockoutSafetyCheck)) {
    return {
      techniqueId: null,
      severity: 'info',
      done: 'did something harmless',
      evidence: null,
      restore: [],
      subject: known?.subject ?? null,
    };
  }
  const { id: techniqueId, severity, done, restore, subject } = known;
  return { techniqueId, severity, done, evidence: null, restore, subject };
}

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
  targets: [],
  request: { name: 'main' },
  response: null,
  record: { eventName },
  ...fields,
});

const isNamed = (made: unknown, attribute: HistoryQuery['attribute']): boolean =>
  attribute?.key !== 'EventName' || (made as ApiCall | undefined)?.eventName === attribute.value;

/** A small world behind the ports: trails with their status and parts, baselines, a ledger, and the reports that were sent. */
export class TestWorld {
  now = NINE;
  readonly trails = new Map<Trail, TrailStatus>();
  /** What is read of `main`, part by part. */
  parts: Parts = structuredClone(PARTS);
  readonly baselines: StoredBaseline[] = [];
  readonly applied: Step[] = [];
  readonly sent: Report[] = [];
  former: readonly Trail[] = [];
  windows: StoredWindow[] = [];
  bucketProof: BucketProof = { result: 'proven' };
  /** The Regions of the account. */
  regions: readonly string[] = ['eu-central-1', 'us-east-1'];
  /** What event history shows, and the queries it was asked. */
  history: JsonObject[] = [];
  /** Set to make the calls of a port fail. */
  failing: {
    alerts?: Error;
    start?: Error;
    step?: Error;
    status?: Error;
    deployment?: Error;
    baselines?: Error;
    regions?: Error;
    /** By the Region. */
    history?: Readonly<Record<string, string>>;
    /** By the part's name. */
    parts?: Readonly<Record<string, string>>;
  } = {};
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
    return [...this.trails].some(([{ arn }, status]) => arn === trail.arn && status.isLogging);
  }

  /** Approves what `main` must be. */
  approve(fields: Partial<Baseline> = {}, writer = OPERATOR): void {
    const baseline = { ...BASELINE, ...fields };
    this.baselines.length = 0;
    this.baselines.push({
      key: baseline.trail,
      content: { baseline },
      parameterVersion: baseline.version,
      at: NINE - 60 * MINUTE,
      writer: { read: true, value: writer },
      strays: [],
    });
  }

  forgetLedger(): void {
    this.#ledger.clear();
  }

  guard(settings: Partial<Settings> = {}): Guard {
    return {
      settings: { ...SETTINGS, ...settings },
      techniques: TECHNIQUES,
      judge,
      readRecord: (record) => (record.call as ApiCall | undefined) ?? null,
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
          findTrail: async (arn) => [...this.trails.keys()].find((trail) => trail.arn === arn) ?? null,
          readStatus: async (trail) => this.#readStatus(trail),
          readTrailParts: async () => this.#readParts(/^[^.]*$/, /^(bucket|key|topic|logGroup|role)/),
          readDependencies: async () => this.#readParts(/^(bucket|key|topic|logGroup|role)/),
        },
        restorer: {
          apply: async (step) => this.#apply(step),
          proveBucketOwner: async () => this.bucketProof,
        },
        baselines: {
          list: async () => {
            if (this.failing.baselines) throw this.failing.baselines;
            return { stored: this.baselines, isWhole: true };
          },
          read: async ({ name }) => {
            if (this.failing.baselines) throw this.failing.baselines;
            return this.baselines.find(({ key }) => key.name === name);
          },
          readHistory: async () => this.baselines,
          write: async (baseline) => {
            this.approve(baseline, SETTINGS.roleArn);
            return { result: 'written', parameterVersion: baseline.version };
          },
          create: async (baseline) => {
            if (this.baselines.length > 0) return { result: 'exists' };
            this.approve(baseline, SETTINGS.roleArn);
            return { result: 'created' };
          },
        },
        windows: { list: async () => this.windows },
        history: {
          findEvent: async (eventId) => this.history.find(({ eventID }) => eventID === eventId) ?? null,
          lookUp: async ({ region, attribute }) => {
            const reason = this.failing.history?.[region];
            if (reason) throw new Error(reason);
            return {
              records: this.history.filter(({ call: made }) => isNamed(made, attribute)),
              isCut: false,
            };
          },
          listRegions: async () => {
            if (this.failing.regions) throw this.failing.regions;
            return this.regions;
          },
        },
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
    const [, status] = [...this.trails].find(([{ arn }]) => arn === trail.arn) ?? [];
    if (!status) throw new Error('TrailNotFoundException');
    return status;
  }

  #readParts(included: RegExp, excluded = /^$/): PartsRead {
    const names = Object.keys(this.parts).filter((name) => included.test(name) && !excluded.test(name));
    return Object.fromEntries(
      names.map((name) => {
        const reason = this.failing.parts?.[name];
        return [
          name,
          reason ? { read: false, reason } : { read: true, value: this.parts[name as keyof Parts] },
        ];
      }),
    );
  }

  #apply(step: Step): void {
    this.applied.push(step);
    const { call: name, input, trailArn } = step;
    if (name === 'StartLogging') {
      this.#start(trailArn);
      return;
    }
    if (this.failing.step) throw this.failing.step;
    if (name === 'CreateTrail') this.trails.set(MAIN, { isLogging: false });
    const { Name: _, ...fields } = input;
    if (name === 'UpdateTrail')
      this.parts = { ...this.parts, trail: { ...TRAIL_SETTINGS, ...this.parts.trail, ...fields } };
    if (name === 'PutEventSelectors')
      this.parts = { ...this.parts, eventSelectors: PARTS.eventSelectors ?? {} };
    if (name === 'CreateBucket')
      this.parts = { ...this.parts, bucket: PARTS.bucket ?? null, ...EMPTY_BUCKET };
    if (name === 'PutBucketPolicy')
      this.parts = { ...this.parts, 'bucket.policy': JSON.parse(String(input.Policy)) };
    if (name === 'PutBucketVersioning')
      this.parts = { ...this.parts, 'bucket.versioning': { Status: 'Enabled', MFADelete: null } };
  }

  #start(trailArn: string): void {
    if (this.failing.start) throw this.failing.start;
    const trail = [...this.trails.keys()].find(({ arn }) => arn === trailArn);
    if (!trail) throw new Error('TrailNotFoundException');
    // A read that lags goes on showing what was before the first start.
    if (this.staleReads === 0 || !this.#before) this.#before = this.trails.get(trail);
    this.trails.set(trail, { ...this.trails.get(trail), isLogging: true, startLoggingTime: this.now });
  }

  #save(key: string, value: unknown, expected: number): boolean {
    if ((this.#ledger.get(key)?.version ?? 0) !== expected) return false;
    this.#ledger.set(key, { value: structuredClone(value), version: expected + 1 });
    return true;
  }
}
