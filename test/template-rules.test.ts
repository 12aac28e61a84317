import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { synthesizeTemplate } from '../scripts/synthesize-template.ts';
import { REPORT_SCHEMA } from '../src/domain/telling/report.ts';
import { compilePattern } from '../src/local/services/events/pattern/compile.ts';
import { matchesPattern } from '../src/local/services/events/pattern/match.ts';
import { resolveTemplate, type Template } from './template-resolver.ts';

const template = JSON.parse(synthesizeTemplate('exports.handler = async () => {};')) as Template;

const ACCOUNT = '111122223333';
/** CloudFormation's names: what is left of the stack's, the part's, and twelve letters of chance; 64 characters at most. */
const nameOf = (stack: string, part: string) =>
  `${stack.slice(0, 64 - part.length - 14)}-${part}-0S9VD8E4SOH0`;

/** The patterns of a stack of that name, as EventBridge gets them. */
function patternsOf(stack: string, parameters: Readonly<Record<string, string>> = {}) {
  const longest = { SecurityHubV2Findings: nameOf(stack, 'SecurityHubV2Findings') };
  const resources = resolveTemplate(template, {
    SecurityContactEmail: 'a@b.example',
    ...longest,
    ...parameters,
  });
  return Object.entries(resources).flatMap(([id, { Type, Properties }]) =>
    Type === 'AWS::Events::Rule' ? [{ id, text: JSON.stringify(Properties.EventPattern) }] : [],
  );
}

const rulesFor = (event: object, patterns: ReturnType<typeof patternsOf>) =>
  patterns.filter(({ text }) => matchesPattern(compilePattern(text), event)).map(({ id }) => id);

const call = (service: string, eventName: string, record: object = {}) => ({
  source: `aws.${service}`,
  account: ACCOUNT,
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventSource: `${service}.amazonaws.com`, eventName, ...record },
});

/** A stack of a StackSet has a name that no rule's name has room for. */
const STACK_SET = 'StackSet-trailkeeper-9d1c7e52-4f3a-4b6e-8a90-5c2d1e0f7b31';
const STACKS = ['trailkeeper', STACK_SET];

describe.each(STACKS)('the rules of stack %s', (stack) => {
  const patterns = patternsOf(stack, { BucketArns: 'arn:aws:s3:::logs' });

  test('are all taken by EventBridge, and none is longer than its 2,048 characters', () => {
    for (const { text } of patterns) {
      expect(() => compilePattern(text)).not.toThrow();
      expect(text.length).toBeLessThanOrEqual(2_048);
    }
  });

  test('see that any one of them is disabled', () => {
    const unseen = patterns.filter(({ id }) => {
      const disabled = call('events', 'DisableRule', { requestParameters: { name: nameOf(stack, id) } });
      return rulesFor(disabled, patterns).length === 0;
    });
    expect(unseen).toEqual([]);
  });

  test.each([
    ['Function', 'lambda', 'UpdateFunctionCode20150331v2', 'functionName'],
    ['Schedule', 'scheduler', 'UpdateSchedule', 'name'],
    ['Ledger', 'dynamodb', 'DeleteTable', 'tableName'],
  ])('see what is done to %s', (part, service, eventName, field) => {
    const event = call(service, eventName, { requestParameters: { [field]: nameOf(stack, part) } });
    expect(rulesFor(event, patterns)).toHaveLength(1);
  });

  test('see an alarm of the guard go off', () => {
    const detail = { alarmName: nameOf(stack, 'HeartbeatAlarm'), state: { value: 'ALARM' } };
    const event = {
      source: 'aws.cloudwatch',
      account: ACCOUNT,
      'detail-type': 'CloudWatch Alarm State Change',
      detail,
    };
    expect(rulesFor(event, patterns)).toEqual(['OwnAlarms']);
  });

  test('see a StopLogging once', () => {
    expect(rulesFor(call('cloudtrail', 'StopLogging'), patterns)).toEqual(['CloudtrailCalls']);
  });

  test('leave what others deploy alone', () => {
    for (const event of [
      call('lambda', 'UpdateFunctionCode20150331v2', { requestParameters: { functionName: 'orders' } }),
      call('events', 'PutRule', { requestParameters: { name: 'orders' } }),
      call('sqs', 'DeleteQueue', { requestParameters: { queueUrl: 'https://sqs/111122223333/orders' } }),
      call('ssm', 'PutParameter', { requestParameters: { name: '/orders' } }),
      call('cloudformation', 'UpdateStack', { requestParameters: { stackName: 'orders' } }),
    ]) {
      expect(rulesFor(event, patterns)).toEqual([]);
    }
  });
});

describe('calls on log files', () => {
  const deletion = call('s3', 'DeleteObject', {
    resources: [{ ARN: 'arn:aws:s3:::logs/AWSLogs/x.json.gz' }, { ARN: 'arn:aws:s3:::logs' }],
    userIdentity: { type: 'IAMUser' },
  });

  test('are seen in the buckets that are given', () => {
    const given = { BucketArns: 'arn:aws:s3:::more-logs,arn:aws:s3:::logs' };
    expect(rulesFor(deletion, patternsOf('trailkeeper', given))).toEqual(['LogFileCalls']);
    const other = { BucketArns: 'arn:aws:s3:::more-logs' };
    expect(rulesFor(deletion, patternsOf('trailkeeper', other))).toEqual([]);
  });

  test('have no rule when none is given', () => {
    expect(patternsOf('trailkeeper').map(({ id }) => id)).not.toContain('LogFileCalls');
  });

  test('have a rule that EventBridge takes for ten buckets of the longest names', () => {
    const BucketArns = Array.from(
      { length: 10 },
      (_, index) => `arn:aws-us-gov:s3:::${index}${'x'.repeat(62)}`,
    ).join();
    const [rule] = patternsOf('trailkeeper', { BucketArns }).filter(({ id }) => id === 'LogFileCalls');
    expect(rule?.text.length).toBeLessThanOrEqual(2_048);
  });
});

test('the rules that docs/events.md shows match what they say', () => {
  const text = readFileSync(inRoot('docs', 'events.md'), 'utf8');
  const [unrestored = '', technique = '', ...others] = [...text.matchAll(/```json\n(.*?)```/gs)].map(
    ([, json]) => json,
  );
  expect(others).toEqual([]);
  const incident = (outcome: string, techniqueId = 'cloudtrail.delete-trail') => ({
    source: 'trailkeeper',
    'detail-type': 'trailkeeper incident',
    detail: { schema: REPORT_SCHEMA, outcome, findings: [{ techniqueId }] },
  });
  const isMatched = (pattern: string, event: object) => matchesPattern(compilePattern(pattern), event);
  expect(isMatched(unrestored, incident('refused'))).toBe(true);
  expect(isMatched(unrestored, incident('restored'))).toBe(false);
  expect(isMatched(technique, incident('restored', 'cloudtrail.stop-logging'))).toBe(true);
  expect(isMatched(technique, incident('restored'))).toBe(false);
});
