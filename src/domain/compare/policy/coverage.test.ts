import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChanges } from './policy-changes.ts';
import { decide } from './request.ts';
import { readStatements } from './statement.ts';
import { policyOf } from './test-kit.ts';

// Small policies, and every request that they can tell apart.

const ROLES = ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b'];
const ACTIONS = ['s3:GetObject', 's3:PutObject'];
const RESOURCES = ['arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/b'];
const VPCS = ['vpc-1', 'vpc-2', null];

const some = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const scope = (name: string, value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(fc.constantFrom(name, name, name, `Not${name}`), value)
    .map(([element, of]) => ({ [element]: of }));

const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Deny'),
    scope(
      'Principal',
      fc.oneof(
        fc.constant('*'),
        some(...ROLES, '*').map((AWS) => ({ AWS })),
      ),
    ),
    scope('Action', some(...ACTIONS, 's3:Get*', 's3:*', '*')),
    scope('Resource', some(...RESOURCES, 'arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/?', '*')),
    fc.option(
      fc
        .tuple(
          fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists', 'StringLike'),
          some('vpc-1', 'vpc-2', 'vpc-*'),
        )
        .map(([operator, values]) => ({ [operator]: { 'aws:SourceVpc': values } })),
      { nil: undefined },
    ),
  )
  .map(([Effect, principal, action, resource, Condition]) => ({
    ...{ Effect, ...principal, ...action, ...resource },
    ...(Condition && { Condition }),
  }));
const statements = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((list) => readStatements(policyOf(...list)));

const REQUESTS = ROLES.flatMap((principal) =>
  ACTIONS.flatMap((action) =>
    RESOURCES.flatMap((resource) =>
      VPCS.map((vpc) => ({ principal, action, resource, context: { 'aws:sourcevpc': vpc ? [vpc] : null } })),
    ),
  ),
);

describe('findChanges', () => {
  test('whoever may do what they might not, an Allow is new or a Deny is lost', () => {
    fc.assert(
      fc.property(statements, statements, (expected, actual) => {
        const { newAllows, lostDenies } = findChanges(expected, actual);
        fc.pre(newAllows.length + lostDenies.length === 0);
        for (const request of REQUESTS)
          if (decide(actual, request) === 'allowed') expect(decide(expected, request)).toBe('allowed');
      }),
      { numRuns: 300 },
    );
  });

  test('whoever may not do what they might, an Allow is lost or a Deny is new', () => {
    fc.assert(
      fc.property(statements, statements, (expected, actual) => {
        const { lostAllows, newDenies } = findChanges(expected, actual);
        fc.pre(lostAllows.length + newDenies.length === 0);
        for (const request of REQUESTS)
          if (decide(expected, request) === 'allowed') expect(decide(actual, request)).toBe('allowed');
      }),
      { numRuns: 300 },
    );
  });

  test('a policy does not differ from itself, nor from itself with a part of it said twice', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const changes = findChanges(list, [...list, ...list.slice(0, 1)]);
        expect(Object.values(changes).flat()).toEqual([]);
      }),
    );
  });
});
