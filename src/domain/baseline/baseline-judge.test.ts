import { describe, expect, it } from 'vitest';
import type { Approval } from './baseline.ts';
import { type BaselineEvidence, judgeBaseline } from './baseline-judge.ts';
import type { Stray } from './baseline-store.ts';
import { baselineWith, GUARD, OPERATOR, sessionOf, storedWith } from './baseline-test-kit.ts';

const MALLORY = 'arn:aws:iam::111122223333:user/mallory';
const NOW = Date.parse('2026-11-22T12:00:00Z');

const by = (writer: string) => ({ writer: { read: true, value: writer } }) as const;
const UNREAD = { writer: { read: false, reason: 'throttled' } } as const;
const version = (
  number: number,
  how: Approval['how'] = 'approve',
  more: Parameters<typeof baselineWith>[0] = {},
) => baselineWith({ version: number, approval: { how, by: OPERATOR }, ...more });

const V1 = baselineWith();
const V2 = version(2);
const REDIRECTED = version(3, 'approve', {
  parts: { trail: { ...V1.parts.trail, S3BucketName: 'evil-logs' } },
});
const BELOW = version(3, 'approve', { parts: { bucket: null } });

const approved1 = storedWith(V1);
const approved2 = storedWith(V2, by(sessionOf(OPERATOR)));
const tampered3 = storedWith(REDIRECTED, by(MALLORY));
const malformed3 = storedWith(V2, {
  parameterVersion: 3,
  content: { mistakes: ['bucket: is …'] },
  ...by(MALLORY),
});

const judge = (evidence: Partial<BaselineEvidence>) =>
  judgeBaseline({
    stored: undefined,
    history: [],
    remembered: undefined,
    approvedPrincipals: [OPERATOR],
    guardRoleArn: GUARD,
    now: NOW,
    ...evidence,
  });

describe('what is stored rules while somebody wrote it who may', () => {
  it.each<[string, Partial<BaselineEvidence>, object]>([
    ['an adoption that nobody remembers yet', { stored: approved1 }, { kind: 'first', ruling: V1 }],
    [
      'an approval, the ledger being lost',
      { stored: approved2 },
      { kind: 'first', ruling: V2, by: sessionOf(OPERATOR) },
    ],
    ['what was approved', { stored: approved2, remembered: V2 }, { kind: 'unchanged', ruling: V2 }],
    [
      'a new version of an operator',
      { stored: approved2, remembered: V1 },
      { kind: 'approved-change', ruling: V2 },
    ],
    [
      'a change of the guard’s for an approved principal',
      { stored: storedWith(version(2, 'principal')), remembered: V1 },
      { kind: 'approved-change', ruling: version(2, 'principal') },
    ],
    [
      'an earlier version that an operator stored again',
      { stored: storedWith(V1, by(sessionOf(OPERATOR))), remembered: V2 },
      { kind: 'approved-change', ruling: V1, why: expect.stringContaining('earlier one was stored again') },
    ],
    [
      'a retirement by an operator',
      { stored: storedWith(version(2, 'retire', { state: 'retired' }), by(OPERATOR)), remembered: V1 },
      { kind: 'approved-change', ruling: { state: 'retired' } },
    ],
    [
      'the same version with other content',
      { stored: approved1, remembered: { ...V1, mode: 'notify' } },
      { kind: 'approved-change', ruling: V1 },
    ],
    [
      'and not a ledger that holds nonsense',
      { stored: approved1, remembered: { version: 99 } },
      { kind: 'first', ruling: V1 },
    ],
  ])('%s', (_, evidence, expected) => {
    expect(judge(evidence)).toMatchObject({ from: 'stored', ...expected });
  });
});

describe('the last approved version rules when what is stored', () => {
  it.each<[string, Partial<BaselineEvidence>, object]>([
    ['was written by somebody who may not', { stored: tampered3 }, { kind: 'tampered', by: MALLORY }],
    ['is malformed', { stored: malformed3 }, { kind: 'unreadable', why: 'bucket: is …' }],
    [
      'is below the floor, whoever wrote it',
      { stored: storedWith(BELOW, by(OPERATOR)) },
      { kind: 'below-floor' },
    ],
    [
      'is an approval that only a person may give, written by the guard’s role',
      { stored: storedWith(version(3)) },
      { kind: 'tampered', why: expect.stringContaining('the guard’s own role') },
    ],
    [
      'is a second adoption by the guard’s role',
      { stored: storedWith(version(3, 'deployment')) },
      { kind: 'tampered' },
    ],
    [
      'ends the guarding, by somebody who may not',
      { stored: storedWith(version(3, 'retire', { state: 'retired' }), by(MALLORY)) },
      { kind: 'tampered', by: MALLORY },
    ],
    [
      'was written by nobody knows whom',
      { stored: storedWith(REDIRECTED, UNREAD) },
      { kind: 'undetermined' },
    ],
  ])('%s', (_, evidence, expected) => {
    const known = { ...evidence, remembered: V2 };
    expect(judge({ ...known, history: [approved2, approved1] })).toMatchObject({
      ruling: V2,
      from: 'history',
      ...expected,
    });
    expect(judge(known)).toMatchObject({ ruling: V2, from: 'ledger', ...expected });
    expect(judge({ ...evidence, history: [approved1] })).toMatchObject({
      ruling: V1,
      from: 'history',
      ...expected,
    });
    expect(judge(evidence)).toMatchObject({ ruling: null, from: null, ...expected });
  });
});

describe('what is stored and what is remembered, one of them lost', () => {
  it('nothing anywhere: nothing is known, and the trail is kept logging', () => {
    expect(judge({})).toMatchObject({ kind: 'none', ruling: null });
  });

  it('nothing stored: the ledger rules', () => {
    expect(judge({ remembered: V2 })).toMatchObject({ kind: 'missing', ruling: V2, from: 'ledger' });
  });

  it('nothing stored, and a ledger below the floor: nothing is known', () => {
    expect(judge({ remembered: BELOW })).toMatchObject({ kind: 'none', ruling: null });
  });
});

describe('whoever writes the ledger’s table does not say what is restored', () => {
  it('a version that was never stored is told, and what is stored rules', () => {
    expect(judge({ stored: approved1, remembered: REDIRECTED })).toMatchObject({
      kind: 'tampered',
      ruling: V1,
      by: null,
      why: 'version 1 is stored, the ledger remembers version 3, which was never stored',
    });
  });

  it('nor while that may yet be a read that lags: then only logging is guarded', () => {
    const fresh = { ...REDIRECTED, approval: { ...REDIRECTED.approval, at: '2026-11-22T11:58:00Z' } };
    expect(judge({ stored: approved1, remembered: fresh })).toMatchObject({
      kind: 'undetermined',
      ruling: null,
    });
    const future = { ...fresh, approval: { ...fresh.approval, at: '2027-01-01T00:00:00Z' } };
    expect(judge({ stored: approved1, remembered: future })).toMatchObject({ kind: 'tampered', ruling: V1 });
  });

  it('nor the same in the store and in the table, by somebody who may not write the store', () => {
    expect(judge({ stored: tampered3, remembered: REDIRECTED, history: [approved2] })).toMatchObject({
      kind: 'tampered',
      ruling: V2,
      from: 'history',
    });
  });
});

it('what was approved, stored again by somebody who may not, is told where no version vouches for it', () => {
  const again = storedWith(V2, by(MALLORY));
  expect(judge({ stored: again, remembered: V2 })).toMatchObject({
    kind: 'tampered',
    ruling: V2,
    from: 'ledger',
  });
});

describe('nothing is told of', () => {
  it('the same text stored again by somebody who may not', () => {
    const again = storedWith(V2, { parameterVersion: 9, ...by(MALLORY) });
    expect(judge({ stored: again, history: [approved2], remembered: V2 })).toMatchObject({
      kind: 'unchanged',
    });
  });

  it('an unread writer of what is remembered', () => {
    expect(judge({ stored: storedWith(V2, UNREAD), remembered: V2 })).toMatchObject({
      kind: 'unchanged',
      ruling: V2,
    });
  });

  it('a listing that lags behind the history', () => {
    expect(judge({ stored: approved1, history: [approved2, approved1], remembered: V2 })).toMatchObject({
      kind: 'unchanged',
      ruling: V2,
    });
  });
});

describe('a file that was overwritten beside the manifest', () => {
  const stray = (writer: Stray['writer']) => [{ file: 'bucket', writer }];

  it('is told when somebody did it who may not; what the manifest names rules', () => {
    const stored = storedWith(V1, { strays: stray({ read: true, value: MALLORY }) });
    expect(judge({ stored, remembered: V1 })).toMatchObject({
      kind: 'tampered',
      by: MALLORY,
      ruling: V1,
      why: expect.stringContaining('bucket was overwritten'),
    });
  });

  it('is nothing when a writer who may died before the manifest, or is not done', () => {
    const stored = storedWith(V1, { strays: stray({ read: true, value: sessionOf(OPERATOR) }) });
    expect(judge({ stored, remembered: V1 })).toMatchObject({ kind: 'unchanged', ruling: V1 });
  });
});
