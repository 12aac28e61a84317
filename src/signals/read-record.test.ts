import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../domain/json.ts';
import type { ApiCall } from '../domain/signal.ts';
import { readRecord } from './read-record.ts';

const ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main';
const RECORD = {
  eventID: 'e-1',
  eventName: 'StopLogging',
  eventSource: 'cloudtrail.amazonaws.com',
  eventTime: '2026-11-02T09:00:00Z',
  awsRegion: 'eu-central-1',
  recipientAccountId: '111122223333',
  sourceIPAddress: '203.0.113.24',
  userAgent: 'aws-cli/2',
  userIdentity: { type: 'IAMUser', userName: 'alice' },
  requestParameters: { name: 'main' },
  responseElements: null,
};

function read(fields: JsonObject, envelope?: JsonObject): ApiCall {
  const call = readRecord({ ...RECORD, ...fields }, envelope);
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return call;
}

describe('readRecord', () => {
  test('a whole record is read as it stands, and is kept', () => {
    expect(readRecord(RECORD)).toMatchObject({
      kind: 'api-call',
      eventId: 'e-1',
      at: Date.UTC(2026, 10, 2, 9),
      accountId: '111122223333',
      region: 'eu-central-1',
      sourceIp: '203.0.113.24',
      userAgent: 'aws-cli/2',
      error: null,
      trailAsRecorded: 'main',
      request: { name: 'main' },
      response: null,
      record: RECORD,
    });
  });

  test('two names are enough: all else may be missing', () => {
    const { eventName, eventSource } = RECORD;
    expect(readRecord({ eventName, eventSource })).toMatchObject({
      eventId: '',
      at: 0,
      trailAsRecorded: null,
    });
  });

  test.each([['eventName'], ['eventSource']])('without %s it is no record', (field) => {
    expect(readRecord({ ...RECORD, [field]: null })).toMatchObject({
      unusable: { reason: 'not-an-event' },
      eventId: 'e-1',
    });
  });

  test('the envelope fills in what the record lacks, and overrules nothing', () => {
    const envelope = { id: 'x', account: '444455556666', region: 'us-east-1', time: '2020-01-01T00:00:00Z' };
    expect(read({}, envelope)).toMatchObject({
      eventId: 'e-1',
      accountId: '111122223333',
      region: 'eu-central-1',
    });
    const bare = { eventID: null, recipientAccountId: null, awsRegion: null, eventTime: null };
    expect(read(bare, envelope)).toMatchObject({
      eventId: 'x',
      accountId: '444455556666',
      region: 'us-east-1',
      at: Date.UTC(2020),
    });
  });

  test.each([
    ['StopLogging', { name: ARN }, ARN],
    ['PutEventSelectors', { trailName: 'main' }, 'main'],
    ['AddTags', { resourceId: ARN }, ARN],
    ['ListTags', { resourceIdList: [ARN] }, ARN],
    ['CreateEventDataStore', { name: 'main' }, null],
    ['StopLogging', { name: { nested: 'main' } }, null],
    ['StopLogging', { name: '' }, null],
    ['StopLogging', null, null],
  ])('a %s with %j is about the trail %j', (eventName, requestParameters, trail) => {
    expect(read({ eventName, requestParameters }).trailAsRecorded).toBe(trail);
  });

  test('the trail is read from the response or the refusal when the request is not recorded', () => {
    expect(read({ requestParameters: null, responseElements: { trailARN: ARN } }).trailAsRecorded).toBe(ARN);
    const errorMessage = `User: x is not authorized to perform: cloudtrail:StopLogging on resource: ${ARN} because`;
    expect(read({ requestParameters: null, errorMessage }).trailAsRecorded).toBe(ARN);
  });

  test('a call on another service is about no trail', () => {
    expect(read({ eventSource: 's3.amazonaws.com' }).trailAsRecorded).toBeNull();
  });

  const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  test.each([
    ['s3', 'DeleteBucketPolicy', { bucketName: 'logs', policy: '' }, ['logs']],
    ['kms', 'UpdateAlias', { aliasName: 'alias/logs', targetKeyId: KEY }, ['alias/logs', KEY]],
    ['logs', 'PutAccountPolicy', { policyName: 'mask' }, ['111122223333']],
    ['s3', 'DeleteAccountPublicAccessBlock', null, ['111122223333']],
    ['monitoring', 'DeleteAlarms', { alarmNames: ['a', 'b', 'a', 7, null] }, ['a', 'b']],
    ['cloudtrail', 'DeleteEventDataStore', { eventDataStore: 'EXAMPLE' }, ['EXAMPLE']],
    ['cloudtrail', 'StopLogging', { name: 'main' }, ['main']],
    ['kms', 'DisableKey', { keyId: { nested: KEY } }, []],
    ['__proto__', 'DisableKey', { keyId: KEY }, []],
  ])('a call on %s of %s with %j names %j', (service, eventName, requestParameters, targets) => {
    const fields = { eventSource: `${service}.amazonaws.com`, eventName, requestParameters };
    expect(read(fields).targets).toEqual(targets);
  });

  test('what the record says beside the request is named, too', () => {
    const resources = [{ type: 'AWS::KMS::Key', ARN: KEY }, null, 'x', { ARN: 7 }];
    expect(read({ eventSource: 'kms.amazonaws.com', requestParameters: null, resources }).targets).toEqual([
      KEY,
    ]);
  });

  test('a refusal names on what it was refused, and not who', () => {
    const errorMessage = `User: arn:aws:iam::111122223333:user/x is not authorized to perform: kms:DisableKey on resource: ${KEY} because no`;
    expect(read({ requestParameters: null, errorMessage }).targets).toEqual([KEY]);
  });

  const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:alerts';
  const FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:guard';
  const STACK = 'arn:aws:cloudformation:eu-central-1:111122223333:stack/guard/0a1b2c3d';

  test.each([
    ['a topic by its subscription', 'sns', { subscriptionArn: `${TOPIC}:0a1b2c3d` }, TOPIC],
    ['a function by its latest version', 'lambda', { functionName: `${FUNCTION}:$LATEST` }, FUNCTION],
    ['a function by an alias of it', 'lambda', { functionName: 'guard:live' }, 'guard'],
    ['a stack by its id', 'cloudformation', { stackName: STACK }, 'guard'],
  ])('%s is named as well', (_, service, requestParameters, name) => {
    const [given] = Object.values(requestParameters);
    const fields = { eventSource: `${service}.amazonaws.com`, requestParameters };
    expect(read(fields).targets).toEqual([given, name]);
  });

  test('a mapping is about what its response says that it connects', () => {
    const responseElements = { functionArn: FUNCTION, eventSourceArn: `${TOPIC}-queue`, uUID: 'x' };
    const fields = {
      eventSource: 'lambda.amazonaws.com',
      requestParameters: { uUID: 'x' },
      responseElements,
    };
    expect(read(fields).targets).toEqual(['x', FUNCTION, `${TOPIC}-queue`]);
  });

  test('CloudWatch Logs says that it refused something on the streams of a log group', () => {
    const group = 'arn:aws-cn:logs:cn-north-1:111122223333:log-group:/aws/trail';
    const errorMessage = `User: x is not authorized to perform: logs:PutRetentionPolicy on resource: ${group}:log-stream: because no`;
    expect(read({ requestParameters: null, errorMessage }).targets).toContain(group);
  });

  test.each([
    'because no identity-based policy allows it',
    'with an explicit deny in a resource control policy',
  ])('CloudWatch refuses something on an alarm, whose name may hold spaces: %s', (why) => {
    const alarm = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:root is used';
    const errorMessage = `User: x is not authorized to perform: cloudwatch:DeleteAlarms on resource: ${alarm} ${why}`;
    expect(read({ requestParameters: null, errorMessage }).targets).toEqual([alarm]);
  });

  test('a rule that mutes alarms is about each of them', () => {
    const requestParameters = { name: 'nights', muteTargets: { alarmNames: ['root', 'logins'] } };
    const fields = { eventSource: 'monitoring.amazonaws.com', requestParameters };
    expect(read(fields).targets).toEqual(['root', 'logins']);
  });

  test('IAM says by name on what it refused', () => {
    const errorMessage =
      'User: arn:aws:iam::111122223333:user/x is not authorized to perform: iam:DeleteRole on resource: role guard-Role because no identity-based policy allows the iam:DeleteRole action';
    expect(read({ requestParameters: null, errorMessage }).targets).toEqual(['guard-Role']);
  });

  test('a record that names thousands is read for its first hundred', () => {
    const alarmNames = Array.from({ length: 5000 }, (_, index) => `alarm-${index}`);
    const fields = { eventSource: 'monitoring.amazonaws.com', requestParameters: { alarmNames } };
    expect(read(fields).targets).toHaveLength(100);
  });

  test.each([null, undefined, 'null', [], 7, { omitted: true, reason: 'requestParameters too large' }])(
    'parameters that are %j are none',
    (value) => {
      expect(read({ requestParameters: value, responseElements: value })).toMatchObject({
        request: null,
        response: null,
      });
    },
  );

  test('a code or a message alone says that the call failed', () => {
    expect(read({ errorCode: 'AccessDenied' }).error).toEqual({ code: 'AccessDenied', message: null });
    expect(read({ errorMessage: 'Failed' }).error).toEqual({ code: 'unknown error', message: 'Failed' });
    expect(read({ errorCode: null, errorMessage: '' }).error).toBeNull();
  });

  test.each([
    [{ sessionCredentialFromConsole: 'true' }, true],
    [{ sessionCredentialFromConsole: true }, true],
    [{ userAgent: 'signin.amazonaws.com' }, true],
    [{ userAgent: 'console.amazonaws.com' }, true],
    [{ sessionCredentialFromConsole: 'false' }, false],
    [{}, false],
  ])('%j is from the console: %s', (fields, isConsole) => {
    expect(read(fields).actor.isConsole).toBe(isConsole);
  });

  test('a Region nobody has heard of is read as it stands', () => {
    expect(read({ awsRegion: 'apiso-centralnorth-2r' }).region).toBe('apiso-centralnorth-2r');
  });

  test('a record nested so deeply that it could not be written as JSON again is refused', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(readRecord({ ...RECORD, requestParameters: { deep } })).toMatchObject({
      unusable: { reason: 'nested-too-deeply' },
    });
  });

  test('names of object prototypes are names like others', () => {
    const record = JSON.parse(
      '{"__proto__":{"errorCode":"x"},"constructor":1,"eventName":"StopLogging","eventSource":"cloudtrail.amazonaws.com","requestParameters":{"__proto__":{"name":"evil"}}}',
    );
    expect(readRecord(record)).toMatchObject({ error: null, trailAsRecorded: null });
    expect(({} as JsonObject).errorCode).toBeUndefined();
  });

  test('whatever stands in the fields, a record is read or refused, never thrown at', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue());
    const fields = fc.record(
      Object.fromEntries(
        [...Object.keys(RECORD), 'errorCode', 'errorMessage', 'resources'].map((name) => [name, anything]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, fields, (broken, envelope) => {
        const call = readRecord(
          { eventName: 'StopLogging', eventSource: 'cloudtrail.amazonaws.com', ...broken },
          envelope,
        );
        if ('unusable' in call) return;
        expect(() => JSON.stringify(call)).not.toThrow();
        for (const text of [call.eventName, call.eventId, call.region, call.actor.name]) {
          expect(text.isWellFormed() && text.length <= 2100).toBe(true);
        }
        expect(Number.isFinite(call.at)).toBe(true);
      }),
    );
  });
});
