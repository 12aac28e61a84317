import { expect, test } from 'vitest';
import { TECHNIQUES } from '../techniques/index.ts';
import { functionStatements } from './function-statements.ts';

const MAIN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main';
const technique = (read: readonly string[], restore: readonly string[] = []) => ({
  actions: { read, restore },
});

test('actions that know no resource stand on every resource, the others on the guarded trails', () => {
  const techniques = [
    technique(['cloudtrail:GetTrailStatus', 'cloudtrail:DescribeTrails'], ['cloudtrail:StartLogging']),
    technique(['cloudtrail:GetEventSelectors', 'cloudtrail:DescribeTrails']),
  ];
  const statements = functionStatements(techniques, { trails: [MAIN], allowRestoring: (actions) => actions });
  expect(statements).toEqual([
    { Sid: 'SeeTrails', Effect: 'Allow', Action: ['cloudtrail:DescribeTrails'], Resource: '*' },
    {
      Sid: 'GuardTrails',
      Effect: 'Allow',
      Action: ['cloudtrail:GetEventSelectors', 'cloudtrail:GetTrailStatus', 'cloudtrail:StartLogging'],
      Resource: [MAIN],
    },
  ]);
});

test('in mode notify nothing that restores is allowed', () => {
  const statements = functionStatements(TECHNIQUES, { trails: '*', allowRestoring: () => [] });
  expect(statements.flatMap(({ Action }) => Action)).toEqual([
    'cloudtrail:DescribeTrails',
    'cloudtrail:GetTrailStatus',
  ]);
});

test('nothing of the registry needs a right that could stop, delete or weaken a trail', () => {
  const statements = functionStatements(TECHNIQUES, { trails: '*', allowRestoring: (actions) => actions });
  const writing = statements
    .flatMap(({ Action }) => Action)
    .filter((action) => !/:(Describe|Get|List)/.test(action));
  expect(writing).toEqual(['cloudtrail:StartLogging']);
});
