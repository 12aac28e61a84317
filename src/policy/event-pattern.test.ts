import { describe, expect, test } from 'vitest';
import { compilePattern } from '../local/services/events/pattern/compile.ts';
import { matchesPattern } from '../local/services/events/pattern/match.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { INFORMATIONAL_CALLS } from '../techniques/informational-calls.ts';
import { apiCallPatterns, type EventPattern, guardDutyPattern, securityHubPattern } from './event-pattern.ts';

const ACCOUNT = '111122223333';
const matches = (pattern: EventPattern, event: object) =>
  matchesPattern(compilePattern(JSON.stringify(pattern)), event);

describe('the pattern of API calls', () => {
  const patterns = apiCallPatterns(TECHNIQUES, INFORMATIONAL_CALLS, ACCOUNT);
  const call = (eventName: string, changed: object = {}) => ({
    source: 'aws.cloudtrail',
    account: ACCOUNT,
    'detail-type': 'AWS API Call via CloudTrail',
    detail: { eventSource: 'cloudtrail.amazonaws.com', eventName },
    ...changed,
  });
  const isMatched = (event: object) => patterns.some(({ pattern }) => matches(pattern, event));

  test('matches every call of the registry', () => {
    const names = [
      ...TECHNIQUES.flatMap(({ eventNames }) => eventNames),
      ...INFORMATIONAL_CALLS.map(({ eventName }) => eventName),
    ];
    expect(names.filter((name) => !isMatched(call(name)))).toEqual([]);
  });

  test('matches the same call when it failed', () => {
    const detail = {
      eventSource: 'cloudtrail.amazonaws.com',
      eventName: 'StopLogging',
      errorCode: 'AccessDenied',
    };
    expect(isMatched(call('StopLogging', { detail }))).toBe(true);
  });

  test.each([
    ['a read', call('DescribeTrails')],
    ['another account', call('StopLogging', { account: '444455556666' })],
    ['a source of someone’s own', call('StopLogging', { source: 'com.evil' })],
    ['another kind of event', call('StopLogging', { 'detail-type': 'AWS Console Sign In via CloudTrail' })],
    [
      'a call of that name to another service',
      call('StopLogging', { detail: { eventSource: 'redshift.amazonaws.com', eventName: 'StopLogging' } }),
    ],
  ])('does not match %s', (_, event) => {
    expect(isMatched(event)).toBe(false);
  });

  test('is one for each service, so that no service gets the names of another', () => {
    const of = (eventSource: `${string}.amazonaws.com`, ...eventNames: string[]) => ({
      eventSource,
      eventNames,
    });
    const made = apiCallPatterns(
      [of('cloudtrail.amazonaws.com', 'StopLogging'), of('kms.amazonaws.com', 'DisableKey', 'DisableKey')],
      [{ eventSource: 'cloudtrail.amazonaws.com', eventName: 'AddTags' }],
      ACCOUNT,
    );
    expect(made.map(({ eventSource, pattern }) => [eventSource, pattern.source, pattern.detail])).toEqual([
      [
        'cloudtrail.amazonaws.com',
        ['aws.cloudtrail'],
        { eventSource: ['cloudtrail.amazonaws.com'], eventName: ['AddTags', 'StopLogging'] },
      ],
      ['kms.amazonaws.com', ['aws.kms'], { eventSource: ['kms.amazonaws.com'], eventName: ['DisableKey'] }],
    ]);
  });

  test('longer than EventBridge takes is refused, with its length', () => {
    const eventNames = Array.from({ length: 200 }, (_, index) => `AnotherCall${index}`);
    const technique = { eventSource: 'kms.amazonaws.com', eventNames } as const;
    expect(() => apiCallPatterns([technique], [], ACCOUNT)).toThrow(
      /pattern for API calls of kms\.amazonaws\.com has \d{4} characters; EventBridge takes 2048/,
    );
  });
});

describe('the pattern of GuardDuty findings', () => {
  const finding = (detail: object, changed: object = {}) => ({
    source: 'aws.guardduty',
    account: ACCOUNT,
    'detail-type': 'GuardDuty Finding',
    detail: { accountId: ACCOUNT, severity: 2, ...detail },
    ...changed,
  });
  const isMatched = (event: object) => matches(guardDutyPattern(ACCOUNT), event);

  test.each([
    'Stealth:IAMUser/CloudTrailLoggingDisabled',
    'DefenseEvasion:IAMUser/AnomalousBehavior',
    'DefenseImpairment:IAMUser/AnomalousBehavior',
    'Policy:S3/CloudTrailBucketExposed',
  ])('matches %s at any severity', (type) => {
    for (const severity of [1, 2, 8.9]) expect(isMatched(finding({ type, severity }))).toBe(true);
  });

  test('matches whatever finding a call to CloudTrail caused', () => {
    const service = { action: { awsApiCallAction: { serviceName: 'cloudtrail.amazonaws.com' } } };
    expect(isMatched(finding({ type: 'PenTest:IAMUser/KaliLinux', service }))).toBe(true);
  });

  test.each([
    ['a finding about something else', finding({ type: 'CryptoCurrency:EC2/BitcoinTool.B' })],
    ['a member’s finding', finding({ type: 'Stealth:IAMUser/X', accountId: '444455556666' })],
  ])('does not match %s', (_, event) => {
    expect(isMatched(event)).toBe(false);
  });
});

describe('the pattern of Security Hub findings', () => {
  const imported = (finding: object) => ({
    source: 'aws.securityhub',
    account: ACCOUNT,
    'detail-type': 'Security Hub Findings - Imported',
    detail: { findings: [{ AwsAccountId: ACCOUNT, ...finding }] },
  });
  const isMatched = (finding: object) => matches(securityHubPattern(ACCOUNT), imported(finding));

  test.each([
    [
      'consolidated',
      { Compliance: { SecurityControlId: 'CloudTrail.1' }, GeneratorId: 'security-control/CloudTrail.1' },
    ],
    ['of a standard', { ProductFields: { ControlId: 'CloudTrail.2' } }],
    [
      'by its generator alone',
      { GeneratorId: 'aws-foundational-security-best-practices/v/1.0.0/CloudTrail.5' },
    ],
    [
      'of CIS',
      {
        GeneratorId: 'arn:aws:securityhub:::ruleset/cis/v/1.2.0/rule/2.1',
        Title: '2.1 Ensure CloudTrail is enabled',
      },
    ],
  ])('matches a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(true);
  });

  test.each([
    [
      'of another control',
      { Compliance: { SecurityControlId: 'Config.1' }, GeneratorId: 'security-control/Config.1' },
    ],
    ['of a member', { AwsAccountId: '444455556666', Compliance: { SecurityControlId: 'CloudTrail.1' } }],
  ])('does not match a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(false);
  });
});
