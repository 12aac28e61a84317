import { describe, expect, it } from 'vitest';
import { approvedPrincipalMistakes, isApprovedPrincipal } from './approved-principal.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ops/Deployer';
const ROLE_ID = 'AROAIDPPEZS35WEXAMPLE';
const USER = 'arn:aws:iam::111122223333:user/alice';
const ROOT = 'arn:aws:iam::111122223333:root';

describe('an approved role', () => {
  it.each([
    ['by its ARN', ROLE],
    ['by a session, whatever that calls itself', 'arn:aws:sts::111122223333:assumed-role/Deployer/anything'],
    ['by a session whose name AWS left out', 'arn:aws:sts::111122223333:assumed-role/Deployer'],
  ])('is known %s', (_, principal) => {
    expect(isApprovedPrincipal(principal, [ROLE])).toBe(true);
  });

  it.each([
    ['a role of the same name elsewhere', 'arn:aws:sts::444455556666:assumed-role/Deployer/x'],
    ['a role of the same name in another partition', 'arn:aws-cn:sts::111122223333:assumed-role/Deployer/x'],
    ['a role of the same name with another path', 'arn:aws:iam::111122223333:role/Deployer'],
    ['a session that calls itself like the role', 'arn:aws:sts::111122223333:assumed-role/Other/Deployer'],
    ['a federated user that calls itself like the role', 'arn:aws:sts::111122223333:federated-user/Deployer'],
    ['a user of the same name', 'arn:aws:iam::111122223333:user/ops/Deployer'],
    ['a longer name', 'arn:aws:sts::111122223333:assumed-role/Deployer2/x'],
    ['the name alone', 'Deployer'],
    ['root', ROOT],
    ['nothing', ''],
    ['a service', 'cloudformation.amazonaws.com'],
  ])('is not %s', (_, principal) => {
    expect(isApprovedPrincipal(principal, [ROLE])).toBe(false);
  });
});

describe('an approved unique id', () => {
  it('is known by the principal id of any of its sessions', () => {
    expect(isApprovedPrincipal(`${ROLE_ID}:anything`, [ROLE_ID])).toBe(true);
    expect(isApprovedPrincipal(ROLE_ID, [ROLE_ID])).toBe(true);
  });

  it('is not the role that was made again with the same ARN', () => {
    expect(isApprovedPrincipal('AROAIDPPEZS35OTHERONE:anything', [ROLE_ID])).toBe(false);
    expect(isApprovedPrincipal(ROLE, [ROLE_ID])).toBe(false);
  });

  it('is not a session that calls itself like the id', () => {
    expect(isApprovedPrincipal(`AROAOTHEROTHEROTHER12:${ROLE_ID}`, [ROLE_ID])).toBe(false);
    expect(isApprovedPrincipal(`111122223333:${ROLE_ID}`, [ROLE_ID])).toBe(false);
    expect(isApprovedPrincipal(`arn:aws:sts::111122223333:assumed-role/x/${ROLE_ID}`, [ROLE_ID])).toBe(false);
  });
});

it('users and root are known by their ARNs alone', () => {
  expect(isApprovedPrincipal(USER, [USER])).toBe(true);
  expect(isApprovedPrincipal(ROOT, [ROOT])).toBe(true);
  expect(isApprovedPrincipal(USER, [ROOT])).toBe(false);
  expect(isApprovedPrincipal('arn:aws:sts::111122223333:assumed-role/alice/x', [USER])).toBe(false);
});

it('entries that would match nobody are named', () => {
  const bad = [
    'Deployer',
    'arn:aws:iam::111122223333:role/*',
    'arn:aws:iam::*:role/Deployer',
    'arn:aws:sts::111122223333:assumed-role/Deployer/session',
    `${ROLE_ID}:session`,
    '*',
    '111122223333',
  ];
  expect(approvedPrincipalMistakes([ROLE, ROLE_ID, USER, ROOT])).toEqual([]);
  expect(approvedPrincipalMistakes(bad)).toHaveLength(bad.length);
  for (const entry of bad) expect(isApprovedPrincipal(entry, [entry])).toBe(false);
});
