import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { openScene } from '../src/local/run/attacks/scene.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { mails } from './guarded-account.ts';
import { PassingTime } from './passing-time.ts';

/** Where a run goes on when it has put settings back and seen that it helped. */
const AFTER_THE_RESTORE = '"  return proven;';

/** The guard, every run of which is killed when it has put settings back: out of memory, or of time. */
function dying(template: string): string {
  const [before, after, ...more] = template.split(AFTER_THE_RESTORE);
  if (after === undefined || more.length > 0) throw new Error('the function’s code is not what it was');
  const killed = AFTER_THE_RESTORE.replace('return', `process.kill(process.pid, 'SIGKILL'); return`);
  return [before, after].join(killed);
}

let time: PassingTime;
let aws: GuardedWorld;
let ends: string[];

beforeEach(async () => {
  time = new PassingTime();
  const template = time.inWorldsTime(dying(readFileSync(inRoot('trailkeeper.template.json'), 'utf8')));
  aws = await openWorld('whole', template, { clock: time.clock });
  ends = [];
  aws.world.on('returned', ({ error }) => ends.push(error ?? 'answered'));
});

afterEach(async () => {
  await aws?.close();
  time.end();
});

it.each([
  ['a trail is deleted', 'CT-02', /deleted the trail/],
  ['its settings are changed', 'CT-05', /main: "mallory" .*, put back/],
  ['the policy of its bucket is deleted', 'CT-41', /policy.*, put back/],
])(
  'when %s and its event is lost, a sweep that dies after the restore leaves it to the next to tell',
  async (_, id, subject) => {
    const attack = ATTACKS.find((one) => one.id === id);
    const before = mails(aws).length;
    const changes = () => aws.guard.changes.length;
    Object.assign(aws.world.settings, { loseEvents: true });
    await attack?.act(await openScene(aws, aws.attacker));
    await sweep(aws);
    const restored = changes();
    expect(restored).toBeGreaterThan(0);
    expect(ends).toEqual([expect.stringMatching(/Runtime.ExitError|SIGKILL/)]);
    expect(mails(aws).slice(before)).toEqual([]);
    Object.assign(aws.world.settings, { loseEvents: false });
    await time.passAtOnce(aws, 5, 5, 5);
    await settle(aws);
    expect(
      mails(aws)
        .slice(before)
        .map((mail) => mail.subject),
    ).toEqual([expect.stringMatching(subject)]);
    expect(mails(aws).at(-1)?.body).toMatch(/ended\s+before\s+it\s+could\s+tell/);
    expect(changes()).toBe(restored);
  },
);
