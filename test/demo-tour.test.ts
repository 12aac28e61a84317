import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { trailkeeper } from './run-trailkeeper.ts';

describe('demo', { timeout: 300_000 }, () => {
  it('--all is a tour of at least twelve attacks, and ends with one table', async () => {
    const { code, out } = await trailkeeper(['demo', '--all']);
    const [head, ...rows] = (out.split('\n\n').at(-1) ?? '').trimEnd().split('\n');
    expect(head?.split(/ {2,}/)).toEqual(['attack', 'seen by', 'restored or told', 'dark or weaker for']);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    const ends = new Set<string>();
    for (const row of rows) {
      const [attack, seenBy, end = '', impairedFor] = row.split(/ {2,}/);
      expect(ATTACKS.map(({ id, name }) => `${id} ${name}`)).toContain(attack);
      expect([attack, seenBy]).toEqual([attack, 'event']);
      expect(impairedFor).toMatch(end === 'told' ? /^-$/ : /^\d+ ms$/);
      ends.add(end);
    }
    expect([...ends]).toEqual(['restored and told', 'told']);
    expect(code).toBe(0);
  });

  it('--scenario acts out the attack of that name', async () => {
    const { code, out } = await trailkeeper(['demo', '--scenario', 'key-disabled', '--output', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'trailkeeper.tour/1',
      attacks: [{ catalogue: 'CT-33', name: 'key-disabled', isRestored: true, isTold: true }],
    });
    expect(code).toBe(0);
  });

  it('--scenario acts out what a running world has no place for', async () => {
    const { code, out } = await trailkeeper(['demo', '--scenario', 'organization-left']);
    expect(out).toMatch(/^CT-89 organization-left +event +told +-$/m);
    expect(code).toBe(0);
  });

  it('takes an unknown scenario for a mistake of the caller', async () => {
    const { code, out, err } = await trailkeeper(['demo', '--scenario', 'key-disable']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/no attack "key-disable"\. Did you mean key-disabled.*--list/);
  });
});
