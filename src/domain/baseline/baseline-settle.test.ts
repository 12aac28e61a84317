import { expect, it } from 'vitest';
import { settleBaseline } from './baseline-settle.ts';
import type { BaselineStore } from './baseline-store.ts';
import { baselineWith, GUARD, KEY, storedWith } from './baseline-test-kit.ts';

const V1 = baselineWith();
const KNOWN = { remembered: V1, approvedPrincipals: [], guardRoleArn: GUARD, now: 0 };
const TAMPERED = storedWith(baselineWith({ mode: 'notify' }), {
  parameterVersion: 2,
  writer: { read: true, value: 'arn:aws:iam::111122223333:user/mallory' },
});

const storeWith = (answers: Partial<Pick<BaselineStore, 'read' | 'readHistory'>>): BaselineStore => ({
  list: () => Promise.reject(new Error('not asked')),
  write: () => Promise.reject(new Error('not asked')),
  create: () => Promise.reject(new Error('not asked')),
  read: () => Promise.reject(new Error('down')),
  readHistory: () => Promise.reject(new Error('down')),
  ...answers,
});

it('a sound version is settled without its history', async () => {
  const listed = storedWith(V1);
  expect(await settleBaseline(storeWith({}), KEY, { ...KNOWN, listed })).toMatchObject({
    kind: 'unchanged',
    ruling: V1,
  });
});

it('one that may not rule is settled by its history', async () => {
  const store = storeWith({ readHistory: async () => [TAMPERED, storedWith(V1)] });
  expect(
    await settleBaseline(store, KEY, { ...KNOWN, remembered: undefined, listed: TAMPERED }),
  ).toMatchObject({
    kind: 'tampered',
    ruling: V1,
    from: 'history',
  });
});

it('while its history is unread the ledger rules', async () => {
  expect(await settleBaseline(storeWith({}), KEY, { ...KNOWN, listed: TAMPERED })).toMatchObject({
    kind: 'tampered',
    ruling: V1,
    from: 'ledger',
    why: expect.stringContaining('down'),
  });
});

it('what a listing does not show is asked for by name before it is called missing', async () => {
  const hidden = storeWith({ read: async () => storedWith(V1) });
  expect(await settleBaseline(hidden, KEY, KNOWN)).toMatchObject({ kind: 'unchanged' });
  const gone = storeWith({ read: async () => undefined });
  expect(await settleBaseline(gone, KEY, KNOWN)).toMatchObject({ kind: 'missing', ruling: V1 });
});

it('a store that does not answer is no tampering: what is remembered rules', async () => {
  expect(await settleBaseline(storeWith({}), KEY, KNOWN)).toMatchObject({
    kind: 'undetermined',
    ruling: V1,
    why: expect.stringContaining('down'),
  });
});
