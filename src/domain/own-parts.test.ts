import { describe, expect, it } from 'vitest';
import { isOwnPart } from './own-parts.ts';
import { SETTINGS } from './test-kit.ts';

const ofStack = (name: string) => ({
  ...SETTINGS,
  stackId: `arn:aws:cloudformation:eu-central-1:111122223333:stack/${name}/0`,
});

describe('a part of the guard', () => {
  it.each([
    'trailkeeper',
    'trailkeeper-Function-1A2B3C4D5E6F',
    'arn:aws:lambda:eu-central-1:111122223333:function:trailkeeper-Function-1A2B3C4D5E6F',
    'https://sqs.eu-central-1.amazonaws.com/111122223333/trailkeeper-Queue-1A2B3C4D5E6F',
    'arn:aws:sns:eu-central-1:111122223333:trailkeeper-Topic-1A2B3C4D5E6F:6d8a4f6e-0000-4000-8000-000000000000',
    '/trailkeeper/baseline/eu-central-1/main/manifest',
  ])('is %s', (target) => {
    expect(isOwnPart(target, ofStack('trailkeeper'))).toBe(true);
  });

  it.each([
    'trailkeeper-two',
    'trailkeeper-two-Function-1A2B3C4D5E6F',
    'trailkeepers-Function-1A2B3C4D5E6F',
    'main',
  ])('is not %s', (target) => {
    expect(isOwnPart(target, ofStack('trailkeeper'))).toBe(false);
  });

  it('is named by the beginning of a long stack name', () => {
    const settings = ofStack('StackSet-trailkeeper-0a1b2c3d-0000-4000-8000-000000000000');
    expect(isOwnPart('StackSet-trailkeeper-0a1b2-Function-1A2B3C4D5E6F', settings)).toBe(true);
  });
});
