import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSelectorGaps } from '../domain/request/event-selectors.ts';
import { readRecord } from '../signals/read-record.ts';
import { TECHNIQUES } from './index.ts';
import { judgeCall } from './judge-call.ts';
import { matchCall } from './match-call.ts';

function read(record: Readonly<Record<string, unknown>>) {
  const call = readRecord(record);
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return call;
}

const CALLS = TECHNIQUES.flatMap(({ calls }) =>
  calls.flatMap(({ eventSource, eventNames }) => eventNames.map((eventName) => ({ eventSource, eventName }))),
);

/** The names that techniques look at, of parameters and of what is in them. */
const FIELDS = [
  'PublicAccessBlockConfiguration',
  'BlockPublicAcls',
  'VersioningConfiguration',
  'Status',
  'BucketLoggingStatus',
  'LoggingEnabled',
  'ServerSideEncryptionConfiguration',
  'Rule',
  'ApplyServerSideEncryptionByDefault',
  'KMSMasterKeyID',
  'x-amz-acl',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'key',
  'policyType',
  'stateValue',
  'actionsSuppressor',
  'destinations',
  'bypassPolicyLockoutSafetyCheck',
  'eventSelectors',
  'advancedEventSelectors',
  'fieldSelectors',
  'policyDocument',
  'state',
  'status',
  'enable',
  'enabled',
  'features',
  'dataSources',
  'configurationRecorder',
  'recordingGroup',
  'resourceTypes',
  'exclusionByResourceTypes',
  'configRuleName',
  'eventBusName',
  'attributeName',
  'policyId',
  'content',
  'sourceParentId',
  'sources',
  'kmsKeyId',
  's3BucketName',
  'toString',
  '__proto__',
];

test('whatever a watched call is said to ask for, it is judged and never thrown at', () => {
  const { tree: parameters } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('', 'false', 'Suspended', 'AWSLogs/111122223333/CloudTrail/x', 'public-read'),
    ),
    tree: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...FIELDS), tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.constantFrom(...CALLS), parameters, (call, requestParameters) => {
      const judged = judgeCall(read({ ...call, requestParameters }));
      expect(judged.done).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

test('a technique of trails is not shown by a call on anything else of CloudTrail', () => {
  const resourceId = 'arn:aws:cloudtrail:eu-central-1:111122223333:eventdatastore/EXAMPLE';
  const record = { eventSource: 'cloudtrail.amazonaws.com', eventName: 'RemoveTags' };
  expect(matchCall(read({ ...record, requestParameters: { resourceId } }))).toEqual([]);
});

const ids = (record: Readonly<Record<string, unknown>>, isAboutGuard?: boolean) =>
  matchCall(read(record), isAboutGuard).map(({ technique }) => technique.id);

describe('the same call on a part of the guard is another technique', () => {
  const deleteRole = { eventSource: 'iam.amazonaws.com', eventName: 'DeleteRole' };
  const deleteTopic = { eventSource: 'sns.amazonaws.com', eventName: 'DeleteTopic' };

  test('than on what a trail depends on', () => {
    expect(ids(deleteRole, true)).toEqual(['iam.guard-role-weakened']);
    expect(ids(deleteRole, false)).toEqual(['iam.logs-role-broken']);
    expect(ids(deleteRole)).toEqual(['iam.guard-role-weakened', 'iam.logs-role-broken']);
  });

  test('unless there is none of its own for the guard', () => {
    expect(ids(deleteTopic, true)).toEqual(['sns.topic-deleted']);
    expect(ids(deleteTopic, false)).toEqual(['sns.topic-deleted']);
  });

  test('and a technique on the guard is none on anything else', () => {
    const disableRule = { eventSource: 'events.amazonaws.com', eventName: 'DisableRule' };
    expect(ids(disableRule, false)).toEqual([]);
    expect(judgeCall(read(disableRule), false)).toMatchObject({ techniqueId: null, subject: 'guard' });
  });
});

test('what selectors leave out is worked out once for a call, however many techniques ask', () => {
  const call = read({
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    requestParameters: { trailName: 'main', eventSelectors: [] },
  });
  expect(readSelectorGaps(call)).toBe(readSelectorGaps(call));
});
