import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent } from './read-event.ts';

const OWN = { accountId: '111122223333', partition: 'aws' };
const RECORD = {
  eventID: 'e-1',
  eventName: 'StopLogging',
  eventSource: 'cloudtrail.amazonaws.com',
  recipientAccountId: OWN.accountId,
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice' },
  requestParameters: { name: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main' },
};
const event = (fields: object = {}, record: object = {}) => ({
  version: '0',
  id: 'envelope-1',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.cloudtrail',
  account: OWN.accountId,
  time: '2026-11-02T09:00:05Z',
  region: 'eu-central-1',
  resources: [],
  detail: { ...RECORD, ...record },
  ...fields,
});
const reasonOf = (value: unknown) => {
  const reading = readEvent(value, OWN);
  return 'unusable' in reading ? reading.unusable.reason : 'a signal';
};
const FINDING = {
  'detail-type': 'GuardDuty Finding',
  source: 'aws.guardduty',
  detail: {
    accountId: OWN.accountId,
    id: 'f-1',
    type: 'Stealth:IAMUser/CloudTrailLoggingDisabled',
    severity: 2,
  },
};

describe('readEvent', () => {
  test('a call on CloudTrail is a signal', () => {
    expect(readEvent(event(), OWN)).toMatchObject({ signal: { kind: 'api-call', eventId: 'e-1' } });
  });

  test('a finding about CloudTrail is a signal', () => {
    expect(readEvent(event(FINDING), OWN)).toMatchObject({ signal: { kind: 'security-finding', id: 'f-1' } });
  });

  test.each([
    ['s3.amazonaws.com', 'aws.s3'],
    ['monitoring.amazonaws.com', 'aws.monitoring'],
    ['logs.amazonaws.com', 'aws.logs'],
  ])('a call on %s that %s vouches for is a signal', (eventSource, source) => {
    expect(readEvent(event({ source }, { eventSource }), OWN)).toMatchObject({ signal: { eventSource } });
  });

  test('what a service does of its own accord is a signal like a call', () => {
    const fields = { 'detail-type': 'AWS Service Event via CloudTrail', source: 'aws.s3' };
    const record = { eventName: 'JobCreated', eventSource: 's3.amazonaws.com', requestParameters: null };
    expect(readEvent(event(fields, record), OWN)).toMatchObject({ signal: { eventName: 'JobCreated' } });
  });

  test('what a service tells of itself is a signal', () => {
    const fields = { 'detail-type': 'KMS CMK Deletion', source: 'aws.kms', detail: { 'key-id': 'k-1' } };
    expect(readEvent(event(fields), OWN)).toMatchObject({ signal: { kind: 'service-event' } });
  });

  test.each([
    ['Security Hub Findings - Imported', { GeneratorId: 'trailkeeper', Title: 'CloudTrail is off' }],
    [
      'Findings Imported V2',
      { finding_info: { title: 'CloudTrail is off', analytic: { uid: 'trailkeeper' } } },
    ],
    [
      'Findings Imported V2',
      { metadata: { product: { name: 'trailkeeper' } }, finding_info: { title: 'CloudTrail' } },
    ],
  ])('a finding of the guard’s own comes back as %s and is no signal', (type, finding) => {
    const fields = { 'detail-type': type, source: 'aws.securityhub', detail: { findings: [finding] } };
    expect(reasonOf(event(fields))).toBe('own-finding');
  });

  test('what an archive replays is a signal like any other: it only makes us look', () => {
    expect(reasonOf(event({ 'replay-name': 'yesterday' }))).toBe('a signal');
  });

  test.each([
    ['nothing', undefined, 'not-an-event'],
    ['a text', 'StopLogging', 'not-an-event'],
    ['a list', [event()], 'not-an-event'],
    ['a bare record', RECORD, 'not-an-event'],
    ['an event with a null where the record belongs', event({ detail: null }), 'not-an-event'],
    ['an event whose record has no name', event({}, { eventName: null }), 'not-an-event'],
    ['another account’s event', event({ account: '444455556666' }), 'foreign-account'],
    ['another account’s record', event({}, { recipientAccountId: '444455556666' }), 'foreign-account'],
    [
      'a member account’s GuardDuty finding',
      event({ ...FINDING, detail: { ...FINDING.detail, accountId: '444455556666' } }),
      'foreign-account',
    ],
    [
      'a member account’s Security Hub finding',
      event({
        'detail-type': 'Security Hub Findings - Imported',
        source: 'aws.securityhub',
        detail: { findings: [{ AwsAccountId: '444455556666', Title: 'CloudTrail' }] },
      }),
      'foreign-account',
    ],
    [
      'a trail of another partition',
      event({}, { requestParameters: { name: 'arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/main' } }),
      'foreign-partition',
    ],
    [
      'a caller of another partition',
      event({}, { userIdentity: { arn: 'arn:aws-us-gov:iam::111122223333:root' } }),
      'foreign-partition',
    ],
    [
      'a member account’s Security Hub V2 finding',
      event({
        'detail-type': 'Findings Imported V2',
        source: 'aws.securityhub',
        detail: { findings: [{ cloud: { account: { uid: '444455556666' } } }] },
      }),
      'foreign-account',
    ],
    [
      'a call on a service that another vouches for',
      event({}, { eventSource: 's3.amazonaws.com' }),
      'not-about-cloudtrail',
    ],
    ['a call that its source does not vouch for', event({ source: 'com.example' }), 'not-about-cloudtrail'],
    [
      'a scheduled event',
      event({ 'detail-type': 'Scheduled Event', source: 'aws.events' }),
      'not-about-cloudtrail',
    ],
    [
      'a finding about something else',
      event({ ...FINDING, detail: { type: 'Recon:EC2/Portscan' } }),
      'not-about-cloudtrail',
    ],
  ])('%s is refused by name', (_, value, reason) => {
    expect(reasonOf(value)).toBe(reason);
  });

  test('a refusal carries the record’s own id, for the dead-letter queue', () => {
    expect(readEvent(event({ account: '444455556666' }), OWN)).toMatchObject({ eventId: 'e-1' });
    expect(readEvent(event({}, { eventSource: 's3.amazonaws.com' }), OWN)).toMatchObject({ eventId: 'e-1' });
    expect(readEvent(null, OWN)).toMatchObject({ eventId: null });
  });

  test('an event that names no account is read: the rule has matched it here', () => {
    expect(reasonOf(event({ account: null }, { recipientAccountId: null }))).toBe('a signal');
  });

  test('whatever JSON comes in, it is a signal or refused, never thrown at', () => {
    const anything = fc.jsonValue();
    const broken = fc.record(
      {
        id: anything,
        'detail-type': fc.oneof(
          anything,
          fc.constantFrom(
            'AWS API Call via CloudTrail',
            'GuardDuty Finding',
            'Security Hub Findings - Imported',
            'Findings Imported V2',
            'Config Rules Compliance Change',
            'CloudWatch Alarm State Change',
          ),
        ),
        source: fc.oneof(
          anything,
          fc.constantFrom(
            'aws.cloudtrail',
            'aws.guardduty',
            'aws.securityhub',
            'aws.config',
            'aws.cloudwatch',
          ),
        ),
        account: fc.oneof(anything, fc.constant(OWN.accountId)),
        detail: fc.oneof(
          anything,
          fc.dictionary(
            fc.constantFrom(...Object.keys(RECORD), 'findings', 'type', 'service', 'configuration'),
            anything,
          ),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(anything, broken), (value) => void readEvent(value, OWN)));
  });
});
