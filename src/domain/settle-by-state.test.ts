import { describe, expect, test } from 'vitest';
import type { Judgement } from './judgement.ts';
import type { Parts } from './parts.ts';
import { settleByState } from './settle-by-state.ts';
import type { PartsRead } from './snapshot.ts';
import type { Technique } from './technique.ts';
import { call as callOf, PARTS } from './test-kit.ts';

const MASKED: Technique = {
  id: 'logs.log-events-masked',
  catalogue: [],
  severity: 'medium',
  done: 'masked',
  subject: 'logGroup',
  calls: [],
  drift: ['logGroup.dataProtectionStatus', 'logGroup.dataProtectionPolicy'],
  isSettledByState: true,
  restore: [],
  lost: '',
  toDo: '',
};
const HARMLESS = { techniqueId: null } as Judgement;
const group = { retentionInDays: null, kmsKeyId: null };
const plain = { ...group, dataProtectionStatus: null, dataProtectionPolicy: null };
const READ: PartsRead = { logGroup: { read: true, value: plain } };

describe('a call that the state decides about', () => {
  const call = callOf('PutDataProtectionPolicy');
  const judged = {
    call,
    judgement: { ...HARMLESS, techniqueId: MASKED.id },
    isGuardsOwn: false,
  };
  const settled = (approved: Parts, parts: PartsRead = READ) =>
    settleByState(
      [judged],
      { drifts: [], parts, baseline: { parts: { ...PARTS, ...approved } } },
      { techniques: [MASKED], judge: ({ request }) => (request ? judged.judgement : HARMLESS) },
    ).map(({ judgement }) => judgement.techniqueId);

  test('did nothing, when nothing is weaker than the baseline says', () => {
    expect(settled({ logGroup: plain })).toEqual([null]);
  });

  test('did what its record says, while the state is not read', () => {
    expect(settled({ logGroup: plain }, {})).toEqual([MASKED.id]);
  });

  test('did what its record says, when the baseline says nothing of it', () => {
    expect(settled({})).toEqual([MASKED.id]);
    expect(settled({ logGroup: group })).toEqual([MASKED.id]);
  });
});
