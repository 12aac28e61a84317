import { beforeEach, describe, expect, it } from 'vitest';
import type { Guard } from '../guard.ts';
import { reconcile } from '../reconcile.ts';
import type { Signal } from '../signal.ts';
import { call, MINUTE, TestWorld } from '../test-kit.ts';
import type { TrailReport } from './report.ts';

let world: TestWorld;
let guard: Guard;

const pass = (...signals: readonly Signal[]) => reconcile(signals, [], guard);
const sweep = () => pass({ kind: 'tick', at: world.now });
const told = () => world.sent.filter((report): report is TrailReport => report.kind === 'trail');
const deleteFile = (eventId?: string) => call('DeleteTrail', { at: world.now, ...(eventId && { eventId }) });

/** The guard with some of its ledger's calls changed. */
const withLedger = (change: (ledger: Guard['ports']['ledger']) => Partial<Guard['ports']['ledger']>) => {
  const { ledger } = guard.ports;
  guard = { ...guard, ports: { ...guard.ports, ledger: { ...ledger, ...change(ledger) } } };
};

beforeEach(() => {
  world = new TestWorld();
  guard = world.guard();
});

describe('calls alike', () => {
  it('are those of one technique, by whatever calls it is done', async () => {
    const judgement = { techniqueId: 'dns', severity: 'high', done: 'ended DNS logs', restore: [] } as const;
    guard = { ...guard, judge: () => ({ ...judgement, subject: 'account', evidence: null }) };
    const eventSource = 'route53resolver.amazonaws.com';
    const onDns = (eventName: string) => call(eventName, { eventSource, trailAsRecorded: null });
    await pass(onDns('DisassociateResolverQueryLogConfig'), onDns('DeleteResolverQueryLogConfig'));
    expect(told()).toMatchObject([{ notice: 'first', times: 2 }]);
  });

  it('come with their records when nothing made them wait', async () => {
    await pass(deleteFile());
    world.now += 60 * MINUTE;
    await pass(deleteFile());
    expect(told()).toMatchObject([
      { calls: [{ record: { eventName: 'DeleteTrail' } }] },
      { calls: [{ record: { eventName: 'DeleteTrail' } }] },
    ]);
  });

  it('are shown from both ends: what comes after many harmless ones is not hidden by them', async () => {
    for (let time = 0; time <= 30; time++) await pass(deleteFile(`file-${time}`));
    world.now += 16 * MINUTE;
    await sweep();
    const shown = told()[1]?.calls.map(({ eventId }) => eventId) ?? [];
    expect(told()[1]?.times).toBe(30);
    expect([shown[0], shown.at(-1)]).toEqual(['file-1', 'file-30']);
  });

  it('are told at once when others keep writing the entry in which they would wait', async () => {
    await pass(deleteFile());
    withLedger((ledger) => ({
      save: async (kind, ...entry) => kind !== 'calls' && ledger.save(kind, ...entry),
    }));
    await pass(deleteFile());
    expect(told()).toHaveLength(2);
  });

  it('are told whatever lies in their entry', async () => {
    await pass(deleteFile());
    const [{ id, version } = { id: '', version: 0 }] = await guard.ports.ledger.list('calls');
    const waiting = { kind: 'trail', times: 1, calls: 7, findings: [], securityFindings: [] };
    const state = { toldAt: world.now, eventIds: [], waiting };
    await guard.ports.ledger.save('calls', id, { state, outbox: null }, version);
    await pass(deleteFile('after'));
    await sweep();
    expect(told()[1]).toMatchObject({ notice: 'first', calls: [{ eventId: 'after' }] });
  });

  it('under a thousand names are no thousand reads of each sweep', async () => {
    const loads: string[] = [];
    withLedger((ledger) => ({
      load: async <T>(kind: Parameters<typeof ledger.load>[0], id: string) => {
        loads.push(kind);
        return ledger.load<T>(kind, id);
      },
    }));
    for (let trail = 0; trail < 50; trail++)
      await pass(call('DeleteTrail', { trailAsRecorded: `t${trail}`, at: world.now }));
    loads.length = 0;
    world.now += 16 * MINUTE;
    await sweep();
    expect(loads).not.toContain('calls');
  });
});
