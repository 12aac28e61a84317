import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import type { Attack } from '../src/local/run/attacks/attack.ts';
import { connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { type Performance, perform } from '../src/local/run/attacks/perform.ts';
import { tryDenied } from '../src/local/run/attacks/rehearse.ts';
import { isAboutHarm } from '../src/local/run/attacks/verdict.ts';
import { WHOLE } from '../src/local/run/attacks/whole-names.ts';
import type { EmbeddedAws } from '../src/local/run/start.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');
const logGroupIdentifier = WHOLE.group;

let aws: GuardedWorld;
afterEach(() => aws?.close());

const masking = (what: string) => {
  const DataIdentifier = [`arn:aws:dataprotection::aws:data-identifier/${what}`];
  return JSON.stringify({
    Name: 'mask',
    Version: '2021-06-01',
    Statement: [
      { DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
};
const without = (field: string) => [{ parseJSON: {} }, { deleteKeys: { withKeys: [field] } }];

const mask =
  (what: string): Attack['act'] =>
  ({ logs }) =>
    logs('PutDataProtectionPolicy', { logGroupIdentifier, policyDocument: masking(what) });
const transform =
  (field: string): Attack['act'] =>
  ({ logs }) =>
    logs('PutTransformer', { logGroupIdentifier, transformerConfig: without(field) });
const setBoth =
  (what: string, field: string): Attack['act'] =>
  async (scene) => {
    await mask(what)(scene);
    await transform(field)(scene);
  };
const maskAccount: Attack['act'] = ({ logs }) =>
  logs('PutAccountPolicy', {
    policyName: 'mask',
    policyType: 'DATA_PROTECTION_POLICY',
    policyDocument: masking('IpAddress'),
  });

const attack = (act: Attack['act'], fields: Partial<Attack> = {}): Attack => ({
  id: 'CT-63',
  name: 'log-group-forms',
  title: '',
  ends: 'restored',
  seenBy: 'both',
  act,
  ...fields,
});

/** Somebody masks and transforms the log group before the guard comes, so that it is adopted so. */
async function approveBoth(world: EmbeddedAws): Promise<void> {
  const { logs } = connect(world, world.operator);
  await logs('PutDataProtectionPolicy', { logGroupIdentifier, policyDocument: masking('EmailAddress') });
  await logs('PutTransformer', { logGroupIdentifier, transformerConfig: without('userAgent') });
}

const findingsOf = (reports: readonly Fields[]) =>
  reports.flatMap(({ findings }) =>
    ((findings ?? []) as readonly { readonly techniqueId: string }[]).map(({ techniqueId }) => techniqueId),
  );

describe('a log group whose events nobody approved to be masked or transformed', { timeout: 60_000 }, () => {
  it('loses a transformer by its event, told once as the denied try before it', async () => {
    aws = await openWorld('whole', TEMPLATE);
    const denied = await tryDenied(aws, attack(transform('sourceIPAddress')));
    expect(denied).toMatchObject({ changes: [], reports: [{ kind: 'attempts' }] });
    expectTransformerGone(await perform(aws, attack(transform('sourceIPAddress')), { isEventLost: false }));
  });

  it('loses a transformer by the sweep, when its event was lost', async () => {
    aws = await openWorld('whole', TEMPLATE);
    expectTransformerGone(await perform(aws, attack(transform('sourceIPAddress')), { isEventLost: true }));
  });

  it.each([
    ['by its event', false],
    ['by the sweep, when its event was lost', true],
  ])('stays masked by a policy of the whole account, which is told: %s', async (_, isEventLost) => {
    aws = await openWorld('whole', TEMPLATE);
    const { changes, reports } = await perform(aws, attack(maskAccount), { isEventLost });
    expect(changes).toEqual([]);
    expect(new Set(findingsOf(reports))).toEqual(new Set(['logs.log-policy-changed']));
    expect(reports[0]).toMatchObject({ outcome: 'not-restorable' });
    expect(JSON.stringify(reports[0]?.toDo)).toContain('account');
  });
});

function expectTransformerGone({ left, changes, reports, mails }: Performance): void {
  expect(left).toEqual([]);
  expect(changes).toEqual(['DeleteTransformer']);
  expect(reports).toMatchObject([{ outcome: 'restored' }]);
  expect(findingsOf(reports)).toEqual(['logs.log-events-transformed']);
  expect(mails).toHaveLength(1);
}

describe('a log group that was adopted masked and transformed', { timeout: 60_000 }, () => {
  it('gets both back when others are set, and nothing is told of setting the same once more', async () => {
    aws = await openWorld('whole', TEMPLATE, {}, approveBoth);
    const again = await perform(aws, attack(setBoth('EmailAddress', 'userAgent')), { isEventLost: false });
    expect([again.left, again.changes, again.reports.filter(isAboutHarm)]).toEqual([[], [], []]);
    expectBothBack(
      await perform(aws, attack(setBoth('IpAddress', 'sourceIPAddress')), { isEventLost: false }),
    );
  });

  it('gets both back when they are deleted', async () => {
    aws = await openWorld('whole', TEMPLATE, {}, approveBoth);
    const deleteBoth: Attack['act'] = async ({ logs }) => {
      await logs('DeleteDataProtectionPolicy', { logGroupIdentifier });
      await logs('DeleteTransformer', { logGroupIdentifier });
    };
    expectBothBack(await perform(aws, attack(deleteBoth), { isEventLost: false }));
  });
});

function expectBothBack({ left, changes, reports }: Performance): void {
  expect(left).toEqual([]);
  expect(new Set(changes)).toEqual(new Set(['PutDataProtectionPolicy', 'PutTransformer']));
  expect(new Set(findingsOf(reports))).toEqual(
    new Set(['logs.log-events-masked', 'logs.log-events-transformed']),
  );
}
