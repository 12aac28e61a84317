import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExplainLine, type Explanation, explainText } from './explain.ts';
import { explainToJson, explainToTable } from './explain-output.ts';

const STOP = {
  eventID: 'e-1',
  eventName: 'StopLogging',
  eventSource: 'cloudtrail.amazonaws.com',
  eventTime: '2026-11-02T09:00:00Z',
  awsRegion: 'eu-central-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'IAMUser', userName: 'alice', accountId: '111122223333' },
  requestParameters: { name: 'main' },
  responseElements: null,
};

const envelope = (fields: object) => ({
  id: 'envelope-1',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.cloudtrail',
  account: '111122223333',
  region: 'eu-central-1',
  time: '2026-11-02T09:00:05Z',
  ...fields,
});

const linesOf = (...texts: readonly string[]): readonly ExplainLine[] => explainText(texts.join('\n')).lines;
const explain = (record: object): Explanation => {
  const [line] = linesOf(JSON.stringify(record));
  if (!line || 'error' in line) throw new Error(line?.error ?? 'no line');
  return line;
};
const namesOf = (lines: readonly ExplainLine[]) =>
  lines.map((line) => ('error' in line ? `error at ${line.position}` : line.eventName));

describe('what a line says', () => {
  test('a StopLogging is tampering, with its trail as recorded and who it was', () => {
    expect(explain(STOP)).toEqual({
      eventId: 'e-1',
      eventName: 'StopLogging',
      technique: 'cloudtrail.stop-logging',
      outcome: 'succeeded',
      tampering: true,
      severity: 'critical',
      trail: 'main',
      actor: 'alice',
      why: 'It stopped logging.',
    });
  });

  test('a refused attempt is tampering that failed, and its trail is read from the message', () => {
    const arn = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main';
    const refused = { ...STOP, requestParameters: null, errorCode: 'AccessDenied' };
    const line = explain({ ...refused, errorMessage: `not authorized on resource: ${arn} because` });
    expect(line).toMatchObject({ outcome: 'failed', tampering: true, trail: arn });
    expect(line.why).toBe('It failed with AccessDenied and changed nothing; it would have stopped logging.');
  });

  test('the most severe technique stands for a call that shows several, and why names them all', () => {
    const request = { name: 'main', isMultiRegionTrail: false, kmsKeyId: '' };
    const line = explain({ ...STOP, eventName: 'UpdateTrail', requestParameters: request });
    expect(line).toMatchObject({ technique: 'cloudtrail.multi-region-off', severity: 'critical' });
    expect(line.why).toBe(
      'It limited the trail to its home Region (isMultiRegionTrail is false) and removed the KMS key of the log files (kmsKeyId is empty).',
    );
  });

  test.each([
    ['UpdateTrail', { name: 'main', isMultiRegionTrail: true }, 'shows nothing that weakens a trail'],
    ['UpdateTrail', null, 'does not hold what was asked'],
    ['StartLogging', { name: 'main' }, 'started logging; that impairs nothing'],
    ['AddTags', { resourceId: 'main' }, 'added tags'],
    ['CreateTrail', { name: 'main' }, 'created a trail'],
    ['DescribeTrails', {}, 'No technique'],
  ])('a %s with %j is no tampering', (eventName, requestParameters, why) => {
    const line = explain({ ...STOP, eventName, requestParameters });
    expect(line).toMatchObject({ technique: null, tampering: false, severity: 'info', outcome: 'succeeded' });
    expect(line.why).toContain(why);
  });

  test('an EventBridge event and the bare record in it are explained alike', () => {
    expect(explain(envelope({ detail: STOP }))).toEqual(explain(STOP));
  });

  test('the envelope tells the id that the record lacks', () => {
    expect(explain(envelope({ detail: { ...STOP, eventID: undefined } })).eventId).toBe('envelope-1');
  });

  test.each([
    ['GuardDuty Finding', 'aws.guardduty', { type: 'Stealth:IAMUser/CloudTrailLoggingDisabled', id: 'f' }],
    ['Security Hub Findings - Imported', 'aws.securityhub', { findings: [{ Title: 'CloudTrail off' }] }],
    ['Scheduled Event', 'aws.events', {}],
    ['EC2 Instance State-change Notification', 'aws.ec2', null],
  ])('a %s is no API call and has no outcome', (type, source, detail) => {
    expect(explain(envelope({ 'detail-type': type, source, detail }))).toMatchObject({
      eventName: type,
      eventId: 'envelope-1',
      technique: null,
      outcome: null,
      tampering: false,
      trail: null,
      actor: null,
    });
  });

  test('an Insights event is no API call and has no outcome', () => {
    expect(
      explain({ ...STOP, eventName: 'RunInstances', eventType: 'AwsCloudTrailInsight' }).outcome,
    ).toBeNull();
  });
});

describe('what input is taken', () => {
  const start = { ...STOP, eventName: 'StartLogging' };
  const [a, b] = [JSON.stringify(STOP), JSON.stringify(envelope({ detail: start }))];

  test.each([
    ['one record', JSON.stringify(STOP, null, 2), ['StopLogging']],
    ['a list', `[${a}, ${b}]`, ['StopLogging', 'StartLogging']],
    ['a file of CloudTrail', `{"Records": [${a}, ${b}]}`, ['StopLogging', 'StartLogging']],
    [
      'several such files in a list',
      `[{"Records":[${a}]},{"Records":[${b}]}]`,
      ['StopLogging', 'StartLogging'],
    ],
    ['JSON lines', `${a}\n${b}\n`, ['StopLogging', 'StartLogging']],
    ['JSON lines of CloudTrail files', `{"Records":[${a}]}\n${b}`, ['StopLogging', 'StartLogging']],
    [
      'JSON lines with a byte order mark, CRLF and blank lines',
      `\uFEFF${a}\r\n\r\n${b}\r\n`,
      ['StopLogging', 'StartLogging'],
    ],
    ['a document with a byte order mark', `\uFEFF[${a}]`, ['StopLogging']],
    ['nothing', ' \n\n', []],
    ['an empty list', '[]', []],
  ])('%s', (_, text, names) => {
    expect(namesOf(linesOf(text))).toEqual(names);
    expect(explainText(text).hasErrors).toBe(false);
  });

  test.each([
    [
      'a broken line, counted with blank ones',
      `${a}\n\n{"eventName":\n${b}`,
      ['StopLogging', 'error at 3', 'StartLogging'],
    ],
    ['a first line that is no JSON', `not JSON\n${b}`, ['error at 1', 'StartLogging']],
    [
      'a list with what is no record',
      `[${a}, 42, null, "x", [], {}, ${b}]`,
      ['StopLogging', 'error at 2', 'error at 3', 'error at 4', 'error at 5', 'error at 6', 'StartLogging'],
    ],
    ['an event without its record', JSON.stringify(envelope({ detail: null })), ['error at 1']],
    ['lines that all are broken', '{"a\n{"b', ['error at 1', 'error at 2']],
    [
      'a document that is cut off: one error, not one a line',
      '[\n  {\n    "eventName": "x",\n',
      ['error at 1'],
    ],
    ['a text', 'hello\nworld', ['error at 1']],
  ])('%s is an error at its position, and the others are explained', (_, text, names) => {
    expect(namesOf(linesOf(text))).toEqual(names);
    expect(explainText(text).hasErrors).toBe(true);
  });

  test('whatever JSON comes in, every element of a list has its line', () => {
    const element = fc.oneof(fc.jsonValue(), fc.constant(STOP), fc.constant(envelope({ detail: STOP })));
    fc.assert(
      fc.property(fc.array(element), (list) => {
        const withRecords = list.some(
          (item) => typeof item === 'object' && item !== null && 'Records' in item,
        );
        fc.pre(!withRecords);
        expect(linesOf(JSON.stringify(list))).toHaveLength(list.length);
        expect(explainToTable(linesOf(JSON.stringify(list))).split('\n').length).toBeGreaterThan(0);
      }),
    );
  });

  test('whatever text comes in, nothing is thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void explainText(text)));
  });

  test('a list nested ten thousand deep is an error like others', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(namesOf(linesOf(deep))).toEqual(['error at 1']);
    expect(namesOf(linesOf(a.replace('"main"', deep)))).toEqual(['error at 1']);
  });
});

describe('how it is written', () => {
  const hostile = '\u001b]0;owned\u0007\u009b31m\u202egnp\u2028\ud800';
  const lines = linesOf(
    JSON.stringify({ ...STOP, userIdentity: { userName: hostile }, requestParameters: { name: hostile } }),
    'broken',
  );

  test('control and invisible characters of a record never reach the terminal', () => {
    for (const text of [explainToTable(lines), ...lines.map(explainToJson)]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }
  });

  test('a line of JSON reads as what it was written from', () => {
    for (const line of lines) expect(JSON.parse(explainToJson(line))).toEqual(line);
  });

  test('the table is aligned, and ends with a sum', () => {
    const rows = explainToTable(
      linesOf(JSON.stringify(STOP), JSON.stringify({ ...STOP, errorCode: 'x' }), '?'),
    ).split('\n');
    expect(rows).toEqual([
      'verdict     severity  call         outcome    trail  actor  why',
      'TAMPERING   critical  StopLogging  succeeded  main   alice  It stopped logging.',
      'ATTEMPT     critical  StopLogging  failed     main   alice  It failed with x and changed nothing; it would have stopped logging.',
      expect.stringMatching(/^UNREADABLE {2}- {9}- {12}- {10}- {6}- {6}record 3: not JSON: /),
      '3 records: 1 tampering, 1 attempted, 1 unreadable',
    ]);
  });
});
