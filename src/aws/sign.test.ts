import { describe, expect, it } from 'vitest';
import { type Credentials, signedHeaders } from './sign.ts';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

const sign = (body: string, credentials: Credentials) =>
  signedHeaders(
    {
      host: 'cloudtrail.eu-central-1.amazonaws.com',
      service: 'cloudtrail',
      region: 'eu-central-1',
      target: 'CloudTrail_20131101.StartLogging',
      body,
    },
    credentials,
    Date.UTC(2026, 10, 21, 9),
  );

// The expected signatures were made with botocore 1.43.11 from the same requests.
describe('a signature is the one botocore makes', () => {
  it('with long-lived keys', () => {
    const { authorization } = sign('{"includeShadowTrails":false}', { ...KEYS, sessionToken: undefined });
    expect(authorization).toContain(
      'Signature=eb3de102dc501e9c9ad09b49a6f647a67eb5f73bd70934a12ec9d4ab4262c776',
    );
  });

  it('with a session token, and a body outside ASCII', () => {
    const body = '{"Name":"arn:aws:cloudtrail:eu-central-1:111122223333:trail/ünï \\"x\\""}';
    const { authorization } = sign(body, { ...KEYS, sessionToken: 'token/with+chars==' });
    expect(authorization).toContain(
      'Signature=1988f7a2db8f888c5a6cf0d3c8703e694222a11cd8940f5fc6e208fafd80e6d7',
    );
  });
});
