import type { Finding } from '../domain/finding.ts';
import type { ReportedCall, ReportedDrift, TrailReport } from '../domain/telling/report.ts';
import { baseline, guard, header, root, session, startLogging, stopLogging, trail } from './test-parts.ts';

const isOff: Finding = {
  techniqueId: 'cloudtrail.stop-logging',
  severity: 'critical',
  done: 'stopped logging',
  evidence: 'IsLogging is false, must be true',
  drift: { path: 'status.IsLogging', expected: true, actual: false, class: 'weaker' },
  eventId: stopLogging.eventId,
};

const stopped: ReportedDrift = {
  path: 'status.IsLogging',
  expected: true,
  actual: false,
  class: 'weaker',
  fate: 'put-back',
};

const started = {
  call: 'StartLogging',
  input: { Name: trail.arn },
  region: trail.homeRegion,
  trailArn: trail.arn,
  paths: ['status.IsLogging'],
  at: Date.parse('2026-11-20T21:14:07.412Z'),
} as const;

export const restored: TrailReport = {
  ...header,
  kind: 'trail',
  about: 'trail',
  incidentId: 'main-20261120T211405Z',
  notice: 'first',
  trail,
  outcome: 'restored',
  severity: 'critical',
  findings: [isOff],
  calls: [stopLogging, startLogging],
  securityFindings: [],
  baseline,
  drifts: [stopped],
  unread: [],
  steps: [{ ...started, result: 'done' }],
  plan: [],
  dark: { from: '2026-11-20T21:14:05.000Z', until: '2026-11-20T21:14:07.412Z', forMs: 2412 },
  weakened: null,
  lost: ['Events of that time; management events stay in Event history for 90 days.'],
  toDo: [],
  notDone: [],
  times: 1,
  principals: ['arn:aws:iam::111122223333:user/mallory'],
};

export const denial =
  'User: arn:aws:sts::111122223333:assumed-role/trailkeeper-role/trailkeeper is not authorized to perform: cloudtrail:StartLogging on resource: arn:aws:cloudtrail:eu-central-1:111122223333:trail/main with an explicit deny in a service control policy';

const stillDark = { from: '2026-11-20T21:14:05.000Z', until: null, forMs: null };

const refused: TrailReport = {
  ...restored,
  outcome: 'refused',
  calls: [{ ...stopLogging, actor: session }],
  drifts: [{ ...stopped, fate: 'left' }],
  steps: [{ ...started, result: 'refused', reason: denial }],
  dark: stillDark,
  toDo: ['Start the trail, take the caller’s access away, and read Event history for the time in the dark.'],
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
    baseline: null,
    drifts: [],
    steps: [],
    dark: null,
    lost: [],
    notDone: [{ what: `Someone ${full.done}`, why: 'nobody has approved what this trail must be' }],
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
  done: 'pointed the trail at another S3 bucket',
  techniqueId: 'cloudtrail.bucket-redirected',
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
  done: 'turned off write management events',
  techniqueId: 'cloudtrail.read-only-events-only',
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
  done: 'removed tags from the trail',
  techniqueId: 'cloudtrail.remove-tags',
  severity: 'low',
  trailAsRecorded: trail.arn,
  record: { requestParameters: { resourceId: trail.arn, tagsList: [{ key: 'protected' }] } },
});

const tagged: TrailReport = {
  ...told({
    eventName: 'AddTags',
    actor: session,
    done: 'added tags to the trail',
    techniqueId: null,
    severity: 'info',
    record: { requestParameters: { resourceId: trail.arn, tagsList: [{ key: 'team', value: 'security' }] } },
  }),
  baseline,
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
  drifts: [],
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
  notDone: [{ what: 'Nothing was put back', why: 'the mode is notify: the guard changes nothing' }],
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

/** By the name of their golden file. */
export const trailReports = {
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
  hostile,
} as const;
