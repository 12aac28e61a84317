import { describe, expect, test } from 'vitest';
import { advise } from './command.ts';
import { guard } from './test-reports.ts';

const arn = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main';
const advised = (trail: Parameters<typeof advise>[1]) =>
  advise([' create-trail --name # --x @'], trail, guard).join();

describe('a command', () => {
  test('names the trail by its ARN and goes to its home Region', () => {
    expect(advised({ arn, homeRegion: 'us-east-1' })).toBe(
      `  aws cloudtrail create-trail --name main --x ${arn} --region us-east-1`,
    );
  });

  test('leaves the trail for people to fill in when AWS named none', () => {
    expect(advised(null)).toBe(
      '  aws cloudtrail create-trail --name NAME --x TRAIL_ARN --region eu-central-1',
    );
  });

  test.each([
    'arn:aws:cloudtrail:us-east-1:111122223333:trail/main; rm -rf /',
    'arn:aws:cloudtrail:us-east-1:111122223333:trail/$(id)',
    'arn:aws:s3:::main',
    `${arn}\n`,
    'main',
  ])('never holds what is no trail’s ARN: %j', (hostile) => {
    expect(advised({ arn: hostile, homeRegion: 'us-east-1' })).toContain('--x TRAIL_ARN ');
  });

  test.each(['us-east-1; id', '$(id)', ''])('never holds what is no Region: %j', (homeRegion) => {
    expect(advised({ arn, homeRegion })).toMatch(/ --region REGION$/);
  });

  test('is no link even when a trail is called like a host, and means the same to a shell', () => {
    expect(advised({ arn: arn.replace('main', 'evil.com'), homeRegion: 'us-east-1' })).toContain(
      'trail/evil"."com ',
    );
  });
});

test('advice that is no command stays as it is', () => {
  expect(advise(['Was this you @ home, #1?'], null, guard)).toEqual(['Was this you @ home, #1?']);
});
