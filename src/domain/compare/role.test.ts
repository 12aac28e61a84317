import { describe, expect, test } from 'vitest';
import type { RoleSettings } from '../parts.ts';
import {
  ACCOUNT,
  CLOUDTRAIL_SERVICE,
  classesOf,
  ORGANIZATION_TRAIL,
  policyOf,
  ROLE_ARN,
  STRANGER,
  TRAIL,
} from './policy/test-kit.ts';
import { compareRole } from './role.ts';

const GROUP = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:trail`;
const WRITES = {
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: `${GROUP}:log-stream:${ACCOUNT}_CloudTrail_eu-central-1*`,
};
const TRUSTS = { Effect: 'Allow', Principal: CLOUDTRAIL_SERVICE, Action: 'sts:AssumeRole' };
const ROLE: RoleSettings = {
  Arn: ROLE_ARN,
  AssumeRolePolicyDocument: policyOf(TRUSTS),
  InlinePolicies: { write: policyOf(WRITES) },
  AttachedPolicies: {},
  PermissionsBoundary: null,
};
const POLICY_ARN = `arn:aws:iam::${ACCOUNT}:policy/write`;

const toldOf = (fields: Partial<RoleSettings>, expected = ROLE, trail = TRAIL) =>
  classesOf(compareRole(expected, { ...expected, ...fields }, trail));

test('a role that is gone is a loss', () => {
  expect(classesOf(compareRole(ROLE, null, TRAIL))).toEqual({ role: 'weaker' });
  expect(compareRole(null, ROLE, TRAIL)).toEqual([]);
  expect(toldOf({})).toEqual({});
});

describe('its trust', () => {
  const trust = (...statements: object[]) => ({
    AssumeRolePolicyDocument: policyOf(...statements.map((one) => ({ ...one }))),
  });

  test('lets CloudTrail take it no more', () => {
    const weaker = { 'role.AssumeRolePolicyDocument.delivery': 'weaker' };
    expect(toldOf(trust())).toEqual(weaker);
    expect(
      toldOf(trust({ ...TRUSTS, Condition: { StringEquals: { 'aws:SourceArn': `${TRAIL.arn}2` } } })),
    ).toEqual(weaker);
    expect(toldOf(trust(TRUSTS, { ...TRUSTS, Effect: 'Deny' }))).toEqual(weaker);
  });

  test('lets somebody new take it, or somebody else no more', () => {
    const others = { ...TRUSTS, Principal: { AWS: STRANGER } };
    expect(toldOf(trust(TRUSTS, others))).toEqual({ 'role.AssumeRolePolicyDocument.access': 'weaker' });
    expect(toldOf(trust(TRUSTS), { ...ROLE, ...trust(TRUSTS, others) })).toEqual({
      'role.AssumeRolePolicyDocument.others': 'different',
    });
  });
});

describe('its policies', () => {
  test.each<[string, Partial<RoleSettings>]>([
    ['are gone', { InlinePolicies: {} }],
    [
      'let it write to another group',
      {
        InlinePolicies: {
          write: policyOf({ ...WRITES, Resource: WRITES.Resource.replace(':trail:', ':x:') }),
        },
      },
    ],
    [
      'let it make streams only',
      { InlinePolicies: { write: policyOf({ ...WRITES, Action: 'logs:CreateLogStream' }) } },
    ],
    [
      'deny it by another policy',
      {
        AttachedPolicies: {
          [POLICY_ARN]: {
            VersionId: 'v1',
            Document: policyOf({ Effect: 'Deny', Action: '*', Resource: '*' }),
          },
        },
      },
    ],
    [
      'deny it under a condition, which cannot be told',
      {
        InlinePolicies: {
          ...ROLE.InlinePolicies,
          x: policyOf({
            Effect: 'Deny',
            Action: 'logs:*',
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestedRegion': 'x' } },
          }),
        },
      },
    ],
  ])('%s', (_, fields) => {
    expect(toldOf(fields)).toEqual({ 'role.Policies': 'weaker' });
  });

  test('may say the same in another policy', () => {
    expect(
      toldOf({
        InlinePolicies: {},
        AttachedPolicies: { [POLICY_ARN]: { VersionId: 'v2', Document: policyOf(WRITES) } },
      }),
    ).toEqual({});
  });

  test('may let it do more, or less that no log needs', () => {
    const more = { ...ROLE.InlinePolicies, x: policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) };
    expect(toldOf({ InlinePolicies: more })).toEqual({ 'role.Policies': 'different' });
    expect(toldOf({}, { ...ROLE, InlinePolicies: more })).toEqual({});
    expect(toldOf({ InlinePolicies: ROLE.InlinePolicies }, { ...ROLE, InlinePolicies: more })).toEqual({
      'role.Policies': 'different',
    });
  });

  test('of an organization’s trail let it write the organization’s streams', () => {
    const both = policyOf({ ...WRITES, Resource: [WRITES.Resource, `${GROUP}:log-stream:o-exampleorgid_*`] });
    const expected = { ...ROLE, InlinePolicies: { write: both } };
    expect(toldOf(ROLE, expected, ORGANIZATION_TRAIL)).toEqual({ 'role.Policies': 'weaker' });
  });
});

test('a new boundary may stop it, one that is gone cannot', () => {
  expect(toldOf({ PermissionsBoundary: POLICY_ARN })).toEqual({ 'role.PermissionsBoundary': 'weaker' });
  expect(toldOf({ PermissionsBoundary: null }, { ...ROLE, PermissionsBoundary: POLICY_ARN })).toEqual({
    'role.PermissionsBoundary': 'different',
  });
});
