import { describe, expect, test } from 'vitest';
import { isAllowed, isPublicPolicy, statementsOf } from './resource-policy.ts';

const request = {
  principal: { service: 'cloudtrail.amazonaws.com' },
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::logs/AWSLogs/111122223333/x',
  context: new Map([
    ['aws:SourceArn', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main'],
    ['s3:x-amz-acl', 'bucket-owner-full-control'],
    ['aws:SecureTransport', 'true'],
  ]),
};

const allow = {
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::logs/*',
};

const decide = (...statements: object[]) => isAllowed(JSON.stringify({ Statement: statements }), request);
const withCondition = (Condition: object) => decide({ ...allow, Condition });

describe('a resource policy', () => {
  test('lets in whom a statement allows', () => {
    expect(decide(allow)).toBe(true);
    expect(decide({ ...allow, Action: ['s3:get*', 'S3:PUTOBJECT'] })).toBe(true);
    expect(isAllowed(undefined, request)).toBe(false);
  });

  test.each([
    ['another principal', { Principal: { Service: 'config.amazonaws.com' } }],
    ['another action', { Action: 's3:GetBucketAcl' }],
    ['all actions but this', { Action: undefined, NotAction: 's3:PutObject' }],
    ['another resource', { Resource: 'arn:aws:s3:::logs/AWSLogs/999999999999/*' }],
    [
      'all principals but this',
      { Principal: undefined, NotPrincipal: { Service: 'cloudtrail.amazonaws.com' } },
    ],
  ])('keeps out when it allows %s', (_, change) => {
    expect(decide({ ...allow, ...change })).toBe(false);
  });

  test('keeps out when another statement denies', () => {
    expect(decide(allow, { ...allow, Effect: 'Deny', Principal: '*', Action: 's3:*' })).toBe(false);
    const overPlainHttp = { Bool: { 'aws:SecureTransport': 'false' } };
    expect(decide(allow, { ...allow, Effect: 'Deny', Principal: '*', Condition: overPlainHttp })).toBe(true);
  });

  test.each([
    ['the trail', { StringEquals: { 'aws:SourceArn': request.context.get('aws:SourceArn') } }],
    ['keys in any case', { StringEquals: { 'AWS:SourceArn': [request.context.get('aws:SourceArn')] } }],
    ['trails of a pattern', { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } }],
    ['an ACL', { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }],
    ['a key that may be absent', { StringEqualsIfExists: { 'aws:SourceOrgID': 'o-1' } }],
    ['a key that must be absent', { Null: { 'aws:SourceOrgID': 'true' } }],
  ])('lets in under a condition on %s that holds', (_, condition) => {
    expect(withCondition(condition)).toBe(true);
  });

  test.each([
    [
      'does not hold',
      { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:111122223333:trail/x' } },
    ],
    ['names a key the call has not', { StringEquals: { 'aws:SourceOrgID': 'o-1' } }],
    ['is negated and hits', { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }],
    ['has an unknown operator', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is IAM that replaces it
    ['has a policy variable', { StringLike: { 'aws:SourceArn': '*${aws:username}*' } }],
  ])('keeps out under a condition that %s', (_, condition) => {
    expect(withCondition(condition)).toBe(false);
  });

  test('denies under a condition that cannot be evaluated', () => {
    const unknown = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
    expect(decide(allow, { ...allow, Effect: 'Deny', Condition: unknown })).toBe(false);
  });

  const from = (operator: string, key: string, value: string) => ({
    Principal: '*',
    Condition: { [operator]: { [key]: value } },
  });

  test.each<[string, object, boolean]>([
    ['anyone', { Principal: { AWS: '*' } }, true],
    ['all but some', { Principal: undefined, NotPrincipal: { AWS: '111122223333' } }, true],
    ['anyone over TLS', from('Bool', 'aws:SecureTransport', 'true'), true],
    ['anyone from any address', from('IpAddress', 'aws:SourceIp', '0.0.0.0/0'), true],
    ['anyone of any account', from('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x'), true],
    ['anyone of one organization', from('StringEquals', 'aws:PrincipalOrgID', 'o-1'), false],
    ['anyone from one network', from('IpAddress', 'aws:SourceIp', '192.0.2.0/24'), false],
    ['a service', {}, false],
  ])('that lets in %s is public: %s %s', (_, change, isPublic) => {
    expect(isPublicPolicy(JSON.stringify({ Statement: { ...allow, ...change } }))).toBe(isPublic);
  });

  test.each(['', '[]', '{}', '{"Statement":[]}', '{"Statement":{"Effect":"Maybe"}}'])(
    'is refused when it is %s',
    (text) => {
      expect(() => statementsOf(text, 'Bad')).toThrow(expect.objectContaining({ code: 'Bad' }));
    },
  );
});
