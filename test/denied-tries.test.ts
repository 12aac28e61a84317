import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import type { Attack } from '../src/local/run/attacks/attack.ts';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { makeReady } from '../src/local/run/attacks/perform.ts';
import { tryDenied } from '../src/local/run/attacks/rehearse.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');

let aws: GuardedWorld;
beforeAll(async () => {
  aws = await openWorld('whole', TEMPLATE);
});
afterAll(() => aws?.close());

/** What somebody was told who tried an attack without the right to it. */
async function kindsTold(id: string): Promise<readonly unknown[]> {
  const attack = ATTACKS.find((one) => one.id === id) as Attack;
  await makeReady(aws, attack.before);
  const { reports, changes } = await tryDenied(aws, attack);
  expect(changes).toEqual([]);
  return reports.map(({ kind }) => kind);
}

describe('a try that AWS denied', () => {
  it.each([
    ['CT-01', 'on the trail'],
    ['CT-33', 'on its key'],
    ['CT-41', 'on its bucket'],
    ['CT-54', 'on the log files'],
    ['CT-58', 'on the log group, which AWS refuses on the group’s streams'],
    ['CT-60', 'on a setting of the log group'],
    ['CT-63', 'on the masking of the log group'],
    ['CT-64', 'on the key of the log group'],
    ['CT-65', 'on an alarm over its metric'],
    ['CT-82', 'on its topic'],
    ['CT-84', 'on a subscription, which AWS refuses on its topic'],
    ['CT-25', 'on an event data store'],
    ['CT-87', 'on the guard’s schedule'],
    ['CT-88', 'on a baseline'],
  ])('%s is told once: %s', async (id) => {
    expect(await kindsTold(id)).toEqual(['attempts']);
  });

  // docs/architecture.md, "Which tries are told"
  it.each([['CT-81', 'an event source mapping']])(
    '%s is not told, since its record does not say that it was about the guard: %s',
    async (id) => {
      expect(await kindsTold(id)).toEqual([]);
    },
  );
});
