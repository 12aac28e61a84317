import type { Drift } from '../domain/drift.ts';
import type {
  AttemptsReport,
  BaselineReport,
  CoverageReport,
  GapReport,
  NoticeReport,
  WindowReport,
} from '../domain/telling/report.ts';
import { baseline, header, jane, stopLogging, trail } from './test-parts.ts';

const denied = {
  ...stopLogging,
  trailAsRecorded: null,
  error: {
    code: 'AccessDenied',
    message:
      'User: arn:aws:iam::111122223333:user/mallory is not authorized to perform: cloudtrail:StopLogging on resource: arn:aws:cloudtrail:eu-central-1:111122223333:trail/main with an explicit deny in a service control policy',
  },
  record: { requestParameters: null },
};

export const attempts: AttemptsReport = {
  ...header,
  kind: 'attempts',
  incidentId: 'attempts-20261120T201405Z',
  severity: 'critical',
  principal: 'arn:aws:iam::111122223333:user/mallory',
  count: 12,
  since: '2026-11-20T20:14:05.000Z',
  calls: [
    denied,
    { ...denied, eventId: '5c0f7a52-3c53-4d0a-8e6e-8b2f2d3e9a01', at: '2026-11-20T21:14:06.000Z' },
    {
      ...denied,
      eventId: '9d7a3b1e-64f0-4f43-9d38-1f0f5b0f7c02',
      eventName: 'DeleteTrail',
      at: '2026-11-20T21:14:07.000Z',
      trailAsRecorded: 'management-events',
      error: { code: 'TrailNotFoundException', message: 'Unknown trail' },
    },
  ],
};

export const coverage: CoverageReport = {
  ...header,
  kind: 'coverage',
  occasion: 'deployment',
  severity: 'info',
  trails: [
    {
      ...trail,
      guarded: true,
      baseline: 1,
      weaknesses: [
        {
          path: 'trail.LogFileValidationEnabled',
          what: 'log file validation is off',
          why: 'nobody can prove that a log file was not changed or deleted',
        },
        {
          path: 'bucket.versioning.Status',
          what: 'the bucket keeps no versions',
          why: 'a log file that is deleted or overwritten is gone',
        },
      ],
      isOff: false,
      destination: null,
      because:
        'no trail is named in the guard’s parameters, so every trail is guarded; its baseline 1 is approved',
    },
    {
      name: 'data-events',
      arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/data-events',
      homeRegion: 'eu-central-1',
      guarded: true,
      baseline: null,
      weaknesses: [],
      isOff: false,
      destination: null,
      because: 'it has no approved baseline, so it is kept logging and its settings are not guarded',
    },
    {
      name: 'old-experiments',
      arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/old-experiments',
      homeRegion: 'us-east-1',
      guarded: false,
      baseline: null,
      weaknesses: [],
      isOff: true,
      destination: null,
      because: 'it was stopped before this guard was deployed',
    },
  ],
};

const logArchive: CoverageReport = {
  ...coverage,
  trails: [
    {
      name: 'organization',
      arn: 'arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization',
      homeRegion: 'eu-central-1',
      guarded: true,
      baseline: 1,
      weaknesses: [],
      isOff: false,
      destination: [
        'bucket organization-logs',
        'key arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ],
      because: 'it delivers to a bucket of this account, which baseline 1 approves',
    },
  ],
};

const nothingGuarded: CoverageReport = {
  ...coverage,
  severity: 'high',
  trails: coverage.trails.filter(({ guarded }) => !guarded),
};

const noTrail: CoverageReport = { ...nothingGuarded, trails: [] };

const removal: CoverageReport = {
  ...coverage,
  occasion: 'removal',
  severity: 'critical',
  trails: coverage.trails.map((covered) => ({
    ...covered,
    guarded: false,
    because: 'the guard’s stack is being deleted',
  })),
};

const mallory = 'arn:aws:iam::111122223333:user/mallory';

const unapproved: NoticeReport = {
  ...header,
  kind: 'notice',
  incidentId: 'shadow-notice-20261120T211408Z',
  severity: 'info',
  trail: {
    name: 'shadow',
    arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/shadow',
    homeRegion: 'eu-central-1',
  },
  baseline: null,
  about: ['unapproved'],
  findings: [],
  calls: [],
  drifts: [],
  unread: [],
  elsewhere: [],
  lost: [],
  toDo: [],
};

const stronger: NoticeReport = {
  ...unapproved,
  incidentId: 'main-notice-20261120T211408Z',
  trail,
  baseline,
  about: ['drift'],
  drifts: [
    {
      path: 'trail.LogFileValidationEnabled',
      expected: false,
      actual: true,
      class: 'stronger',
      fate: 'told',
    },
    {
      path: 'logGroup.metricFilters.root-logins',
      expected: null,
      actual: { filterName: 'root-logins', filterPattern: '{ $.userIdentity.type = "Root" }' },
      class: 'different',
      fate: 'told',
    },
  ],
};

const rulesRemoved: Drift = {
  path: 'bucket.lifecycle',
  expected: { Rules: [{ ID: 'seven-years', Status: 'Enabled', Expiration: { Days: 2555 } }] },
  actual: null,
  class: 'different',
  evidence: 'log files are neither deleted nor moved any more',
};

const lifecycleRemoved: NoticeReport = {
  ...stronger,
  severity: 'low',
  findings: [
    {
      techniqueId: 's3.lifecycle-removed',
      severity: 'low',
      done: 'removed the lifecycle rules of the log bucket',
      evidence: 'log files are neither deleted nor moved any more',
      drift: rulesRemoved,
      eventId: stopLogging.eventId,
    },
  ],
  calls: [
    {
      ...stopLogging,
      eventName: 'DeleteBucketLifecycle',
      trailAsRecorded: null,
      done: 'removed the lifecycle rules of the log bucket',
      techniqueId: 's3.lifecycle-removed',
      severity: 'low',
    },
  ],
  drifts: [{ ...rulesRemoved, fate: 'told' }],
  lost: ['Nothing: files are kept where they are, for longer, and cost more.'],
  toDo: [
    'Put the rules back yourself, unless somebody still needs files that they would delete; else approve the change.',
  ],
};

const unread: NoticeReport = {
  ...stronger,
  severity: 'medium',
  about: ['unread', 'elsewhere'],
  drifts: [],
  unread: [
    {
      part: 'bucket.policy',
      reason:
        'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/trailkeeper-role/trailkeeper is not authorized to perform: s3:GetBucketPolicy',
    },
    { part: 'key.rotation', reason: 'TimeoutError: no answer in 2 s' },
  ],
  elsewhere: ['bucket', 'key'],
};

const flapping: NoticeReport = { ...stronger, severity: 'medium', about: ['breaker'], drifts: [] };

const approved: BaselineReport = {
  ...header,
  kind: 'baseline',
  incidentId: 'main-baseline-20261120T211408Z',
  severity: 'info',
  trail,
  event: 'approved',
  baseline: {
    version: 4,
    approval: { how: 'principal', at: '2026-11-20T21:10:00.000Z', by: jane, reason: null },
  },
  by: jane,
  why: 'an approved principal called UpdateTrail',
  changes: [
    { path: 'parts.trail.S3BucketName', before: 'acme-trail-logs', after: 'acme-trail-logs-2027' },
    {
      path: 'parts.bucket.policy.Statement',
      before: [],
      after: [{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: '*' }],
    },
    { path: 'parts.topic', before: undefined, after: { Policy: { Statement: [] }, KmsMasterKeyId: null } },
  ],
};

const retired: BaselineReport = {
  ...approved,
  event: 'retired',
  baseline: {
    version: 5,
    approval: {
      how: 'retire',
      at: '2026-11-20T21:10:00.000Z',
      by: jane,
      reason: 'replaced by the organization trail',
    },
  },
  why: null,
  changes: [{ path: 'state', before: 'guarded', after: 'retired' }],
};

const tampered: BaselineReport = {
  ...approved,
  event: 'tampered',
  severity: 'critical',
  baseline,
  by: mallory,
  why: 'who wrote it is no approved principal',
  changes: [],
};

const missing: BaselineReport = {
  ...tampered,
  event: 'missing',
  by: null,
  why: 'version 3 was approved, and no baseline is stored any more',
};

const unreadable: BaselineReport = {
  ...tampered,
  event: 'unreadable',
  baseline: null,
  why: 'parts.trail: it is missing; version: it is no number',
};

const opened: WindowReport = {
  ...header,
  kind: 'window',
  incidentId: 'main-window-20261120T211408Z',
  severity: 'info',
  trail,
  event: 'opened',
  window: {
    schema: 'trailkeeper.window/1',
    trailArn: trail.arn,
    until: '2026-11-20T22:14:00.000Z',
    reason: 'move the logs to the new bucket, CHG-1234',
    coversStopLogging: false,
  },
  by: jane,
  why: null,
  drifts: [],
  calls: [],
};

const openedForStopping: WindowReport = {
  ...opened,
  window: opened.window && { ...opened.window, coversStopLogging: true },
};

const used: WindowReport = {
  ...opened,
  event: 'used',
  drifts: [
    {
      path: 'trail.S3BucketName',
      expected: 'acme-trail-logs',
      actual: 'acme-trail-logs-2027',
      class: 'weaker',
      fate: 'left',
    },
  ],
  calls: [{ ...stopLogging, eventName: 'UpdateTrail', done: 'pointed the trail at another S3 bucket' }],
};

const closed: WindowReport = { ...opened, event: 'closed' };

const windowRefused: WindowReport = {
  ...opened,
  event: 'refused',
  severity: 'high',
  window: null,
  by: mallory,
  why: 'who opened it is no approved principal',
};

const gap: GapReport = {
  ...header,
  at: '2026-11-20T21:40:00.000Z',
  kind: 'gap',
  incidentId: 'main-20261120T211405Z',
  severity: 'high',
  trail,
  dark: { from: '2026-11-20T21:14:05.000Z', until: '2026-11-20T21:26:10.000Z', forMs: 725_000 },
  gap: {
    calls: 214,
    isCut: true,
    principalCount: 2,
    principals: [
      { principal: mallory, calls: 12 },
      { principal: 'arn:aws:iam::111122223333:role/deployer', calls: 202 },
    ],
    notableCount: 2,
    notable: [
      {
        eventName: 'CreateAccessKey',
        eventSource: 'iam.amazonaws.com',
        region: 'us-east-1',
        principal: mallory,
        at: '2026-11-20T21:15:11.000Z',
        error: null,
      },
      {
        eventName: 'DeleteBucket',
        eventSource: 's3.amazonaws.com',
        region: 'ap-southeast-3',
        principal: mallory,
        at: '2026-11-20T21:16:02.000Z',
        error: 'AccessDenied',
      },
    ],
    regions: ['eu-central-1', 'us-east-1', 'ap-southeast-3'],
    unread: [
      { region: 'eu-west-3', reason: 'AccessDeniedException: explicit deny in a service control policy' },
      { region: 'sa-east-1', reason: 'AccessDeniedException: explicit deny in a service control policy' },
    ],
    unlisted: null,
    isOrganization: true,
  },
};

const quietGap: GapReport = {
  ...gap,
  severity: 'info',
  gap: {
    calls: 0,
    isCut: false,
    principalCount: 0,
    principals: [],
    notableCount: 0,
    notable: [],
    regions: ['eu-central-1', 'us-east-1'],
    unread: [],
    unlisted: 'AccessDeniedException: not authorized to perform account:ListRegions',
    isOrganization: false,
  },
};

/** Somebody used up the quota of LookupEvents all the while. */
const unreadGap: GapReport = {
  ...quietGap,
  severity: 'high',
  gap: {
    ...quietGap.gap,
    regions: [],
    unread: [
      { region: 'eu-central-1', reason: 'ThrottlingException: Rate exceeded' },
      { region: 'us-east-1', reason: 'ThrottlingException: Rate exceeded' },
    ],
    unlisted: null,
    isOrganization: true,
  },
};

/** By the name of their golden file. */
export const toldReports = {
  attempts,
  coverage,
  'log-archive': logArchive,
  'nothing-guarded': nothingGuarded,
  'no-trail': noTrail,
  removal,
  'unapproved-trail': unapproved,
  'stronger-drift': stronger,
  'lifecycle-removed': lifecycleRemoved,
  'unread-parts': unread,
  'settings-fought-over': flapping,
  'baseline-approved': approved,
  'baseline-retired': retired,
  'baseline-tampered': tampered,
  'baseline-missing': missing,
  'baseline-unreadable': unreadable,
  'window-opened': opened,
  'window-opened-for-stopping': openedForStopping,
  'window-used': used,
  'window-closed': closed,
  'window-refused': windowRefused,
  'calls-in-the-dark': gap,
  'no-call-in-the-dark': quietGap,
  'unread-dark': unreadGap,
} as const;
