import { expect, test } from 'vitest';
import { TECHNIQUES } from '../techniques/index.ts';
import {
  dependencyStatement,
  destinationActions,
  organizationStatement,
  trailStatements,
} from './function-statements.ts';

const MAIN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main';
const every = { trails: [MAIN], allowIn: (_: string, actions: readonly string[]) => actions };
const isReading = (action: string) => /:(Describe|Get|List|Lookup)/.test(action);

test('actions that know no resource stand on every resource, the others on the guarded trails', () => {
  const [everywhere, onTrails] = trailStatements(TECHNIQUES, every);
  expect(everywhere.Action).toEqual(['cloudtrail:DescribeTrails', 'cloudtrail:LookupEvents']);
  expect(onTrails.Resource).toEqual([MAIN]);
  expect(onTrails.Action).toContain('cloudtrail:GetTrailStatus');
});

test('in mode notify nothing that restores is allowed', () => {
  const statements = trailStatements(TECHNIQUES, { trails: '*', allowIn: () => [] });
  expect(statements.flatMap(({ Action }) => Action).filter((action) => !isReading(action))).toEqual([]);
});

test('in scope logging nothing but StartLogging changes a trail', () => {
  const allowIn = (tier: string, actions: readonly string[]) => (tier === 'logging' ? actions : []);
  const statements = trailStatements(TECHNIQUES, { trails: '*', allowIn });
  const writing = statements.flatMap(({ Action }) => Action).filter((action) => !isReading(action));
  expect(writing).toEqual(['cloudtrail:StartLogging']);
});

test('no scope allows to stop or to delete a trail', () => {
  const actions = trailStatements(TECHNIQUES, every).flatMap(({ Action }) => Action);
  expect(actions.filter((action) => /Stop|Delete|RemoveTags/.test(action))).toEqual([]);
});

test('of the organization it reads what CloudTrail asks of whoever makes an organization trail, and nothing more', () => {
  expect(organizationStatement(TECHNIQUES).Action).toEqual([
    'organizations:DescribeOrganization',
    'organizations:ListAWSServiceAccessForOrganization',
    'organizations:ListAccounts',
  ]);
  expect(dependencyStatement().Action).toContain('iam:GetRole');
});

test('what trails depend on is only read, and never what is stored there', () => {
  const { Action } = dependencyStatement();
  expect(Action.filter((action) => !isReading(action))).toEqual([]);
  expect(Action).not.toContain('s3:GetObject');
  expect(Action).not.toContain('s3:ListBucket');
});

test.each(['s3', 'kms', 'sns', 'logs'] as const)('what puts %s back is of that service alone', (service) => {
  const actions = destinationActions(TECHNIQUES, service);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !action.startsWith(`${service}:`))).toEqual([]);
});
