import { describe, expect, it } from 'vitest';
import type { Ledger } from '../domain/ledger.ts';
import type { Alerts } from '../domain/ports.ts';
import { EPISODE_SCHEMA, type Episode } from '../domain/telling/episode.ts';
import { attempts, restored } from '../render/test-reports.ts';
import { announceClosings } from './announce-closings.ts';
import type { Channel } from './channel.ts';
import { makeIncidentChannel } from './incident-channel.ts';
import { makeNoteChannel } from './note-channel.ts';
import { withChannels } from './with-channels.ts';

/** Alerts and two channels of which the first may fail; what left by each, and what was reported. */
function channels({ isBroken = false, alert = async (): Promise<'sent' | 'nobody'> => 'sent' } = {}) {
  const left: string[] = [];
  const failed: string[] = [];
  const alerts: Alerts = {
    async send() {
      const end = await alert();
      left.push('people');
      return end;
    },
    readAudience: async () => ({ confirmed: { read: true, value: 1 }, pending: { read: true, value: 0 } }),
  };
  const bus: Channel = {
    name: 'bus',
    async send() {
      if (isBroken) throw new Error('closed');
      left.push('bus');
    },
  };
  const hub: Channel = { name: 'hub', send: async () => void left.push('hub') };
  return { alerts: withChannels(alerts, [bus, hub], (name) => failed.push(name)), left, failed };
}

describe('further channels', () => {
  it('hear of a trail after people', async () => {
    const { alerts, left } = channels();
    expect(await alerts.send(restored)).toBe('sent');
    expect(left).toEqual(['people', 'bus', 'hub']);
  });

  it('one that fails is reported, silences no other, and makes no alert come again', async () => {
    const { alerts, left, failed } = channels({ isBroken: true });
    expect(await alerts.send(restored)).toBe('sent');
    expect(left).toEqual(['people', 'hub']);
    expect(failed).toEqual(['bus']);
  });

  it('are told also when people are not, and then only once', async () => {
    const refuse = async () => {
      throw new Error('no topic');
    };
    const { alerts, left } = channels({ alert: refuse });
    await expect(alerts.send(restored)).rejects.toThrow('no topic');
    await expect(alerts.send(restored)).rejects.toThrow('no topic');
    expect(left).toEqual(['bus', 'hub']);
    await expect(alerts.send({ ...restored, notice: 'reminder' })).rejects.toThrow('no topic');
    expect(left).toHaveLength(4);
  });

  it('what nobody hears stays unheard, and machines have it', async () => {
    const { alerts, left } = channels({ alert: async () => 'nobody' });
    expect(await alerts.send(restored)).toBe('nobody');
    expect(left).toContain('bus');
  });

  it('are for reports about trails alone', async () => {
    const { alerts, left } = channels();
    await alerts.send(attempts);
    expect(left).toEqual(['people']);
  });
});

describe('an incident as an event', () => {
  it('is the report itself, with the trail as a resource', async () => {
    const events: { document: string; at: number; resources: readonly string[] }[] = [];
    await makeIncidentChannel({ put: async (event) => void events.push(event) }).send(restored);
    expect(JSON.parse(events[0]?.document ?? '')).toEqual(JSON.parse(JSON.stringify(restored)));
    expect(events[0]).toMatchObject({ at: Date.parse(restored.at), resources: [restored.trail?.arn] });
  });

  it('fits into an event however large the report is', async () => {
    const documents: string[] = [];
    const huge = { ...restored, lost: Array.from({ length: 5_000 }, () => 'x'.repeat(200)) };
    await makeIncidentChannel({ put: async ({ document }) => void documents.push(document) }).send(huge);
    expect(Buffer.byteLength(documents[0] ?? '')).toBeLessThan(200_000);
    expect(JSON.parse(documents[0] ?? '')).toHaveProperty('shortened');
  });
});

describe('the end of an incident', () => {
  const episode: Episode = {
    schema: EPISODE_SCHEMA,
    id: 'main-1',
    trail: {
      name: 'main',
      arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
      homeRegion: 'eu-central-1',
    },
    openedAt: '2026-11-21T09:00:00.000Z',
    closedAt: '2026-11-21T09:10:00.000Z',
    state: 'closed',
    times: 1,
    principals: [],
    techniques: [],
    dark: [],
    weakened: [],
    reports: [restored],
    found: {},
    gap: null,
  };
  const ledger = (isWritten: boolean) => ({ save: async () => isWritten }) as unknown as Ledger;

  async function announced(value: unknown, kind: 'episode' | 'incident' = 'episode', isWritten = true) {
    const ids: string[] = [];
    await announceClosings(ledger(isWritten), async ({ id, ...rest }) => {
      expect(rest).not.toHaveProperty('reports');
      ids.push(id);
    }).save(kind, 'main-1', value, 1);
    return ids;
  }

  it('is announced when it is written down', async () => {
    expect(await announced(episode)).toEqual(['main-1']);
  });

  it('is not announced while it goes on, or by the run that did not write it', async () => {
    expect(await announced({ ...episode, closedAt: null })).toEqual([]);
    expect(await announced(episode, 'episode', false)).toEqual([]);
    expect(await announced({ state: 'closed' }, 'incident')).toEqual([]);
  });
});

it('a note is written to each Security Hub finding that made the guard look, and to no other', async () => {
  const notes: string[] = [];
  const finding = {
    kind: 'security-finding',
    type: 'CloudTrail.1',
    title: null,
    region: 'eu-central-1',
    at: 0,
  } as const;
  const securityFindings = [
    { ...finding, source: 'Security Hub' as const, id: 'arn:finding' },
    { ...finding, source: 'Security Hub' as const, id: 'arn:finding' },
    { ...finding, source: 'GuardDuty' as const, id: 'guardduty' },
  ];
  const hub = { addNote: async (id: string, text: string) => notes.push(`${id} ${text}`) > 0 };
  await makeNoteChannel(hub).send({ ...restored, securityFindings });
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/^arn:finding trailkeeper: .*restored.*Incident main/);
});
