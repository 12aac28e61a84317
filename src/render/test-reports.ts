import type { Actor } from '../domain/actor.ts';
import type { Finding } from '../domain/finding.ts';
import {
  type AttemptsReport,
  type CoverageReport,
  type GuardIdentity,
  REPORT_SCHEMA,
  type ReportedCall,
  type TrailReport,
} from '../domain/report.ts';

/** Reports for tests: small true-to-life ones, and the parts to vary them. */

export const guard: GuardIdentity = {
  accountId: '111122223333',
  region: 'eu-central-1',
  partition: 'aws',
  mode: 'restore',
  sweepMinutes: 5,
};

const header = { schema: REPORT_SCHEMA, at: '2026-11-20T21:14:08.120Z', guard } as const;

const trail = {
  name: 'main',
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  homeRegion: 'eu-central-1',
};

const mallory: Actor = {
  kind: 'iam-user',
  name: 'mallory',
  arn: 'arn:aws:iam::111122223333:user/mallory',
  accountId: '111122223333',
  roleArn: null,
  isCrossAccount: false,
  isConsole: false,
};

export const session: Actor = {
  ...mallory,
  kind: 'assumed-role',
  name: 'OrganizationAccountAccessRole/jane.doe@example.com',
  arn: 'arn:aws:sts::111122223333:assumed-role/OrganizationAccountAccessRole/jane.doe@example.com',
  accountId: '444455556666',
  roleArn: 'arn:aws:iam::111122223333:role/OrganizationAccountAccessRole',
  isCrossAccount: true,
};

const root: Actor = {
  ...mallory,
  kind: 'root',
  name: 'root',
  arn: 'arn:aws:iam::111122223333:root',
  isConsole: true,
};

export const stopLogging: ReportedCall = {
  eventId: '3038ebd2-c98a-4c65-9b6e-e22506292313',
  eventName: 'StopLogging',
  at: '2026-11-20T21:14:05.000Z',
  region: 'eu-central-1',
  actor: mallory,
  sourceIp: '198.51.100.7',
  userAgent: 'aws-cli/2.31.1 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13.7',
  error: null,
  trailAsRecorded: 'main',
  done: 'stopped logging',
  techniqueId: 'cloudtrail.stop-logging',
  severity: 'critical',
  evidence: null,
  isGuardsOwn: false,
  record: { eventName: 'StopLogging', requestParameters: { name: 'main' } },
};

const startLogging: ReportedCall = {
  ...stopLogging,
  eventId: '7a1f0c9e-52f4-4f2f-8f0a-0d9c2b7e1a11',
  eventName: 'StartLogging',
  at: '2026-11-20T21:14:07.000Z',
  actor: { ...session, name: 'trailkeeper-role/trailkeeper' },
  done: 'started logging',
  techniqueId: null,
  severity: 'info',
  isGuardsOwn: true,
};

const isOff: Finding = {
  techniqueId: 'cloudtrail.stop-logging',
  severity: 'critical',
  done: 'stopped logging',
  evidence: 'status.IsLogging is false, must be true',
  drift: { path: 'status.IsLogging', expected: true, actual: false, class: 'weaker' },
  eventId: stopLogging.eventId,
};

const started = {
  call: 'StartLogging',
  trailArn: trail.arn,
  homeRegion: trail.homeRegion,
  at: Date.parse('2026-11-20T21:14:07.412Z'),
} as const;

export const restored: TrailReport = {
  ...header,
  kind: 'trail',
  incidentId: 'main-20261120T211405Z',
  notice: 'first',
  trail,
  outcome: 'restored',
  severity: 'critical',
  findings: [isOff],
  calls: [stopLogging, startLogging],
  securityFindings: [],
  steps: [{ ...started, result: 'done' }],
  dark: { from: '2026-11-20T21:14:05.000Z', until: '2026-11-20T21:14:07.412Z', forMs: 2412 },
  notDone: [],
  times: 1,
  principals: ['arn:aws:iam::111122223333:user/mallory'],
};

const denial =
  'User: arn:aws:sts::111122223333:assumed-role/trailkeeper-role/trailkeeper is not authorized to perform: cloudtrail:StartLogging on resource: arn:aws:cloudtrail:eu-central-1:111122223333:trail/main with an explicit deny in a service control policy';

const stillDark = { from: '2026-11-20T21:14:05.000Z', until: null, forMs: null };

const refused: TrailReport = {
  ...restored,
  outcome: 'refused',
  calls: [{ ...stopLogging, actor: session }],
  steps: [{ ...started, result: 'refused', reason: denial }],
  dark: stillDark,
  notDone: [{ what: 'StartLogging was refused', why: denial }],
};

const told = (call: Partial<ReportedCall>): TrailReport => {
  const full = { ...stopLogging, ...call };
  return {
    ...restored,
    outcome: 'not-restorable',
    severity: full.severity,
    calls: [full],
    findings: [
      {
        techniqueId: full.techniqueId ?? '',
        severity: full.severity,
        done: full.done,
        evidence: full.evidence ?? `${full.eventName} succeeded`,
        drift: null,
        eventId: full.eventId,
      },
    ],
    steps: [],
    dark: null,
    notDone: [{ what: `Someone ${full.done}`, why: 'this release tells it and leaves the change to you' }],
  };
};

const deleted: TrailReport = {
  ...told({
    eventName: 'DeleteTrail',
    done: 'deleted the trail',
    techniqueId: 'cloudtrail.delete-trail',
    trailAsRecorded: trail.arn,
    record: { requestParameters: { name: trail.arn } },
  }),
  incidentId: 'unknown-trail-20261120T211405Z',
  trail: null,
};

const updated = told({
  eventName: 'UpdateTrail',
  actor: root,
  done: 'sent the log files to another bucket',
  techniqueId: 'cloudtrail.redirect-bucket',
  severity: 'high',
  evidence: 's3BucketName is in the request',
  userAgent: 'AWS Internal',
  record: {
    requestParameters: {
      name: 'main',
      s3BucketName: 'totally-fine-bucket',
      isMultiRegionTrail: false,
      enableLogFileValidation: false,
    },
  },
});

const narrowed = told({
  eventName: 'PutEventSelectors',
  done: 'narrowed what the trail records',
  techniqueId: 'cloudtrail.narrow-selectors',
  severity: 'high',
  evidence: 'a selector records only reads',
  record: {
    requestParameters: {
      trailName: 'main',
      eventSelectors: [{ readWriteType: 'ReadOnly', includeManagementEvents: true, dataResources: [] }],
    },
  },
});

const untagged = told({
  eventName: 'RemoveTags',
  done: 'removed tags',
  techniqueId: 'cloudtrail.remove-tags',
  severity: 'low',
  trailAsRecorded: trail.arn,
  record: { requestParameters: { resourceId: trail.arn, tagsList: [{ key: 'protected' }] } },
});

const tagged: TrailReport = {
  ...told({
    eventName: 'AddTags',
    actor: session,
    done: 'added tags',
    techniqueId: null,
    severity: 'info',
    record: { requestParameters: { resourceId: trail.arn, tagsList: [{ key: 'team', value: 'security' }] } },
  }),
  outcome: 'intact',
  findings: [],
  notDone: [],
};

const swept: TrailReport = {
  ...restored,
  at: '2026-11-20T21:18:31.000Z',
  findings: [{ ...isOff, eventId: null }],
  principals: [],
  calls: [],
  steps: [{ ...started, at: Date.parse('2026-11-20T21:18:30.000Z'), result: 'done' }],
  dark: { from: '2026-11-20T21:14:05.000Z', until: '2026-11-20T21:18:30.000Z', forMs: 265_000 },
};

const found: TrailReport = {
  ...restored,
  at: '2026-11-20T21:25:00.000Z',
  outcome: 'intact',
  notice: 'actor-found',
  findings: [{ ...isOff, drift: null, evidence: 'StopLogging succeeded' }],
  calls: [{ ...stopLogging, actor: session }],
  steps: [],
  dark: swept.dark,
};

const reminded: TrailReport = {
  ...refused,
  at: '2026-11-20T22:14:40.000Z',
  notice: 'reminder',
  calls: [],
  findings: [{ ...isOff, eventId: null }],
};

const digested: TrailReport = {
  ...restored,
  at: '2026-11-20T21:30:00.000Z',
  notice: 'digest',
  times: 14,
  calls: [{ ...stopLogging, actor: session, at: '2026-11-20T21:29:50.000Z' }],
};

const notified: TrailReport = {
  ...refused,
  guard: { ...guard, mode: 'notify' },
  outcome: 'not-restorable',
  calls: [stopLogging],
  steps: [],
  notDone: [{ what: 'Logging was not restarted', why: 'the guard’s mode is notify: it changes nothing' }],
};

const reportedByGuardDuty: TrailReport = {
  ...swept,
  guard: { ...guard, region: 'us-gov-west-1', partition: 'aws-us-gov' },
  trail: {
    name: 'main',
    arn: 'arn:aws-us-gov:cloudtrail:us-gov-west-1:111122223333:trail/main',
    homeRegion: 'us-gov-west-1',
  },
  securityFindings: [
    {
      kind: 'security-finding',
      source: 'GuardDuty',
      id: '16afba5c5c43e07c9e3e5e2e544e95df',
      type: 'Stealth:IAMUser/CloudTrailLoggingDisabled',
      title: 'AWS CloudTrail trail main was disabled.',
      region: 'us-gov-west-1',
      at: Date.parse('2026-11-20T21:18:00Z'),
    },
    {
      kind: 'security-finding',
      source: 'Security Hub',
      id: 'arn:aws-us-gov:securityhub:us-gov-west-1:111122223333:security-control/CloudTrail.1/finding/6f6a5d0e-8c3f-4d11-9f0f-4b4d3f0b6f11',
      type: 'CloudTrail.1',
      title: null,
      region: 'us-gov-west-1',
      at: Date.parse('2026-11-20T21:18:00Z'),
    },
  ],
};

/** What an attacker would write wherever he may. */
const HOSTILE =
  'ok"\r\n\r\nTrail restored. \u202eSee\u200b https://evil.example/login or call ops@evil.example';

const hostile: TrailReport = {
  ...restored,
  calls: [
    {
      ...stopLogging,
      actor: {
        ...session,
        name: `Admin/${HOSTILE}`,
        arn: `arn:aws:sts::111122223333:assumed-role/Admin/${HOSTILE}`,
      },
      sourceIp: 'www.evil.example',
      userAgent: HOSTILE,
      trailAsRecorded: HOSTILE,
      record: { requestParameters: { name: HOSTILE } },
    },
  ],
};

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
    { ...trail, guarded: true, isOff: false, because: 'every trail is guarded' },
    {
      name: 'old-experiments',
      arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/old-experiments',
      homeRegion: 'us-east-1',
      guarded: false,
      isOff: true,
      because: 'it was stopped before this guard was deployed',
    },
  ],
};

const nothingGuarded: CoverageReport = {
  ...coverage,
  severity: 'high',
  trails: coverage.trails.filter(({ guarded }) => !guarded),
};

const noTrail: CoverageReport = { ...nothingGuarded, trails: [] };

/** By the name of their golden file. */
export const reports = {
  restored,
  'restored-with-unknown-caller': swept,
  'caller-found': found,
  refused,
  'still-dark': reminded,
  'mode-notify': notified,
  'stopped-again-and-again': digested,
  'seen-by-findings': reportedByGuardDuty,
  deleted,
  updated,
  narrowed,
  untagged,
  tagged,
  attempts,
  coverage,
  'nothing-guarded': nothingGuarded,
  'no-trail': noTrail,
  hostile,
} as const;

/** Fields of a report that this code's own types decide, not a caller. */
export const OURS = new Set([
  'kind',
  'notice',
  'outcome',
  'result',
  'source',
  'schema',
  'severity',
  'mode',
  'call',
  'class',
  'path',
]);
