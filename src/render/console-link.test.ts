import { describe, expect, test } from 'vitest';
import { linkTo } from './console-link.ts';
import { guard, stopLogging } from './test-reports.ts';

const { eventId } = stopLogging;

describe('a link into the console', () => {
  test.each([
    ['aws', 'eu-central-1', 'eu-central-1.console.aws.amazon.com'],
    ['aws-cn', 'cn-north-1', 'cn-north-1.console.amazonaws.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ])('leads to the console of its partition: %s', (partition, region, host) => {
    expect(linkTo('event', eventId, region, { ...guard, partition })).toBe(
      `https://${host}/cloudtrailv2/home?region=${region}#/events/${eventId}`,
    );
  });

  test('is left out for a partition whose console is not public', () => {
    expect(linkTo('event', eventId, 'us-iso-east-1', { ...guard, partition: 'aws-iso' })).toBeNull();
  });

  test.each([
    'evil.example/',
    'eu-central-1.evil.example#',
    'EU-CENTRAL-1',
    'eu-central-1\n',
    'eu central 1',
    'apiso-northsouth-3r',
    '',
  ])('is left out for what is no Region: %j', (region) => {
    expect(linkTo('event', eventId, region, guard)).toBeNull();
  });

  test.each([`${eventId}?x`, `../${eventId}`, eventId.toUpperCase(), 'x'.repeat(36), `${eventId}\n`, ''])(
    'is left out for what is no event id: %j',
    (id) => {
      expect(linkTo('event', id, 'eu-central-1', guard)).toBeNull();
    },
  );

  test('leads to a finding of GuardDuty', () => {
    expect(linkTo('GuardDuty', '16afba5c5c43e07c9e3e5e2e544e95df', 'eu-central-1', guard)).toBe(
      'https://eu-central-1.console.aws.amazon.com/guardduty/home?region=eu-central-1#/findings?macros=current&fId=16afba5c5c43e07c9e3e5e2e544e95df',
    );
  });

  test('leads to a finding of Security Hub', () => {
    const id = 'arn:aws:securityhub:eu-central-1:111122223333:security-control/CloudTrail.1/finding/6f6a5d0e';
    expect(linkTo('Security Hub', id, 'eu-central-1', guard)).toBe(
      `https://eu-central-1.console.aws.amazon.com/securityhub/home?region=eu-central-1#/findings?search=Id%3D%255Coperator%255C%253AEQUALS%255C%253A${id}`,
    );
  });
});
