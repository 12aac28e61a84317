import { describe, expect, test } from 'vitest';
import { NotDoneError, UsageError } from '../exit-codes.ts';
import { explainError } from './live-error.ts';

const named = (name: string, message: string, code?: string) =>
  Object.assign(new Error(message), { name }, code && { code });

const tell = (error: unknown, profile?: string) => explainError(error, profile ? { profile } : {}).message;

describe('an error of AWS becomes a sentence that a person can act on', () => {
  test.each([
    [named('Error', 'Region is missing'), /--region/],
    [named('CredentialsProviderError', 'Could not load credentials from any providers'), /AWS_PROFILE/],
    [named('CredentialsProviderError', 'The SSO session token is invalid'), /aws sso login/],
    [named('TokenProviderError', 'Token is expired'), /aws sso login/],
    [named('CredentialsProviderError', 'Profile x requires multi-factor authentication'), /MFA code/],
    [named('ExpiredTokenException', 'The security token included in the request is expired'), /expired/],
    [
      named('UnrecognizedClientException', 'The security token is invalid'),
      /does not know these credentials/,
    ],
    [
      named('Error', 'getaddrinfo ENOTFOUND cloudtrail.eu-west-9.amazonaws.com', 'ENOTFOUND'),
      /Region’s name/,
    ],
    [named('ThrottlingException', 'Rate exceeded'), /Try again/],
  ])('%s', (error, sentence) => {
    expect(tell(error)).toMatch(sentence);
  });

  test('a denial names the action, in AWS’s own words', () => {
    const message = 'User: arn is not authorized to perform: cloudtrail:DescribeTrails on resource: *';
    expect(tell(named('AccessDeniedException', message))).toContain('cloudtrail:DescribeTrails');
  });

  test('a profile is named where it is to be repaired', () => {
    const error = named('CredentialsProviderError', 'Could not load credentials from any providers');
    expect(tell(error, 'audit')).toMatch(/--profile audit/);
  });

  test('what is not known is told with its name, on one line and harmless', () => {
    expect(tell(named('OddException', 'a\n\u001b[31mb'))).toBe('OddException: a \\u001b[31mb');
  });

  test('its cause is kept', () => {
    const cause = named('OddException', 'x');
    expect(explainError(cause, {}).cause).toBe(cause);
  });
});

test.each([new UsageError('say which'), new NotDoneError('not now')])('%s is a sentence already', (error) => {
  expect(explainError(error, {})).toBe(error);
});
