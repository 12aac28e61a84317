import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import type { Act, Attack } from '../src/local/run/attacks/attack.ts';
import { connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { type Performance, perform } from '../src/local/run/attacks/perform.ts';
import { playTwins, tryDenied } from '../src/local/run/attacks/rehearse.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { isAboutHarm } from '../src/local/run/attacks/verdict.ts';
import { ALARM } from '../src/local/run/attacks/whole-log-group.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION } from '../src/local/run/start.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');
const PAGING = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:paging`;
const APPROVED = { ...ALARM, AlarmActions: [PAGING], AlarmDescription: 'the root user is used' };
const AlarmNames = [ALARM.AlarmName];
/** Over a metric of something else. */
const OTHERS = { ...APPROVED, AlarmName: 'queue-is-long', Namespace: 'Shop', MetricName: 'Orders' };

let aws: GuardedWorld;
afterEach(() => aws?.close());

/** The alarm that is approved tells somebody; beside it is one of somebody else. */
async function pageSomebody(world: EmbeddedAws): Promise<void> {
  const { sns, monitoring } = connect(world, world.operator);
  await sns('CreateTopic', { Name: 'paging' });
  await monitoring('PutMetricAlarm', APPROVED);
  await monitoring('PutMetricAlarm', OTHERS);
}

const put =
  (changed: Fields): Act =>
  ({ monitoring }) =>
    monitoring('PutMetricAlarm', { ...APPROVED, ...changed });
const deleteAlarm: Act = ({ monitoring }) => monitoring('DeleteAlarms', { AlarmNames });
const disable: Act = ({ monitoring }) => monitoring('DisableAlarmActions', { AlarmNames });
const setOk: Act = ({ monitoring }) =>
  monitoring('SetAlarmState', { AlarmName: ALARM.AlarmName, StateValue: 'OK', StateReason: 'x' });

const attack = (act: Act, fields: Partial<Attack> = {}): Attack => ({
  id: 'CT-65',
  name: 'alarm-forms',
  title: '',
  ends: 'told',
  seenBy: 'both',
  act,
  ...fields,
});

/** It is told once, by whom it was done; what is left to people, as call and input. */
function planIn({ changes, reports, mails }: Performance): readonly unknown[] {
  expect([changes, reports.length, mails.length]).toEqual([[], 1, 1]);
  const [report = {}] = reports;
  expect(report).toMatchObject({
    outcome: expect.stringMatching(/^(not-restorable|intact)$/),
    findings: [{ techniqueId: 'cloudwatch.alarm-muted' }],
    principals: [expect.stringMatching(/mallory$/)],
  });
  const { plan } = report as { readonly plan: readonly { readonly call: string; readonly input: Fields }[] };
  return plan.map(({ call, input }) => [call, input]);
}

const BY_EVENT = ['by its event', false] as const;
const BY_SWEEP = ['by the sweep, when its event was lost', true] as const;

describe('an alarm over the trail’s metric', { timeout: 60_000 }, () => {
  describe.each([
    ['is deleted', deleteAlarm, ['PutMetricAlarm', APPROVED]],
    ['has its actions disabled', disable, ['EnableAlarmActions', { AlarmNames }]],
    ['gets a threshold that is never reached', put({ Threshold: 1e6 }), ['PutMetricAlarm', APPROVED]],
  ] as const)('that %s', (_, act, step) => {
    it.each([BY_EVENT, BY_SWEEP])(
      'is told once, with who did it and what puts it back: %s',
      async (_how, isEventLost) => {
        aws = await openWorld('whole', TEMPLATE, {}, pageSomebody);
        expect(planIn(await perform(aws, attack(act), { isEventLost }))).toMatchObject([step]);
      },
    );
  });

  it('that is set to OK by hand, or denied to somebody, is told by its event; no state tells of it later', async () => {
    aws = await openWorld('whole', TEMPLATE, {}, pageSomebody);
    expect(await tryDenied(aws, attack(deleteAlarm))).toMatchObject({ reports: [{ kind: 'attempts' }] });
    expect(planIn(await perform(aws, attack(setOk), { isEventLost: false }))).toEqual([]);
  });

  it('is at rest once it is put back, which nobody is accused of, and is told anew when it is gone again', async () => {
    aws = await openWorld('whole', TEMPLATE, {}, pageSomebody);
    planIn(await perform(aws, attack(deleteAlarm), { isEventLost: false }));
    await connect(aws, aws.operator).monitoring('PutMetricAlarm', APPROVED);
    await settle(aws);
    await sweep(aws);
    await sweep(aws);
    planIn(await perform(aws, attack(deleteAlarm), { isEventLost: false }));
  });
});

it('nobody is told of harm when others’ alarms are deleted or muted, or the trail’s tells more people', async () => {
  aws = await openWorld('whole', TEMPLATE, {}, pageSomebody);
  const acts: readonly Act[] = [
    ({ monitoring }) => monitoring('DisableAlarmActions', { AlarmNames: [OTHERS.AlarmName] }),
    ({ monitoring }) => monitoring('DeleteAlarms', { AlarmNames: [OTHERS.AlarmName] }),
    put({ AlarmActions: [PAGING, `${PAGING}-too`] }),
  ];
  const played = await playTwins(
    aws,
    acts.map((act) => attack(act, { twin: { title: '', act } })),
  );
  const came = [...played.values()];
  expect(came.map(({ changes }) => changes)).toEqual([[], [], []]);
  expect(came.flatMap(({ reports }) => reports.filter(isAboutHarm))).toEqual([]);
}, 60_000);
