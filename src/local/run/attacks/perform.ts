import type { Mail } from '../../services/sns/inbox.ts';
import type { Act, Attack } from './attack.ts';
import { connect, type Fields } from './connect.ts';
import type { GuardedWorld } from './open-world.ts';
import { differences, readState } from './read-state.ts';
import { openScene } from './scene.ts';
import { settle, sweep } from './settle.ts';

/** How an attack, or what looks like one, went. */
export interface Performance {
  /** Puts back what the guard leaves to people, as the account's owner. */
  readonly undo: () => Promise<void>;
  /** The guard told or changed something before any sweep. */
  readonly isSeenByEvent: boolean;
  /** What differs at the end from how it was, by the calls that tell it. */
  readonly left: readonly string[];
  /** Calls by which the guard changed something. */
  readonly changes: readonly string[];
  /** From AWS's answer to the attack to the last thing that was put back; null when nothing was. */
  readonly impairedForMs: number | null;
  /** What the guard told, as machines get it. */
  readonly reports: readonly Fields[];
  /** What people got. */
  readonly mails: readonly Mail[];
}

interface How {
  /** The event never arrives, so that only the next sweep can see it. */
  readonly isEventLost: boolean;
  /** Lets minutes go by, for what takes its time to show. */
  readonly pass?: (minutes: number) => Promise<void>;
}

/** Acts an attack out and waits until the guard has done what it does: by its event, then at a sweep. */
export async function perform(
  aws: GuardedWorld,
  attack: Attack,
  { isEventLost, pass }: How,
): Promise<Performance> {
  const scene = await openScene(aws, aws.attacker);
  const start = attack.isFromTheStart ? { reports: 0, changes: 0, mails: 0 } : countSoFar(aws);
  const operator = connect(aws, aws.operator);
  const before = await readState(operator, scene);
  loseEvents(aws, isEventLost || attack.losesEvent === true);
  const done = await attack.act(scene);
  const actedAt = aws.world.clock.now();
  await settle(aws);
  const byEvent = since(aws, start);
  if (attack.passMinutes && pass) await pass(attack.passMinutes);
  await sweep(aws);
  // A part that cannot be read is told when it could not be read twice.
  if (since(aws, start).reports.length === 0 && attack.seenBy !== 'event') await sweep(aws);
  await settle(aws);
  loseEvents(aws, false);
  const { changes, reports, mails } = since(aws, start);
  const lastAt = changes.at(-1)?.at;
  return {
    async undo() {
      // Looking around once more would miss what is gone.
      await attack.undo?.({ ...scene, ...operator, keys: aws.operator }, done);
      await settle(aws);
    },
    isSeenByEvent: byEvent.reports.length + byEvent.changes.length > 0,
    left: differences(before, await readState(operator, scene)),
    changes: changes.map(({ call }) => call),
    impairedForMs: lastAt === undefined ? null : Math.max(0, lastAt - actedAt),
    reports,
    mails,
  };
}

/** Makes what an attack needs to be there, as the account's owner. */
export async function makeReady(aws: GuardedWorld, before: Act | undefined): Promise<void> {
  await before?.(await openScene(aws, aws.operator));
  await settle(aws);
}

/** What a world is like can be changed while it runs. */
const loseEvents = ({ world }: GuardedWorld, isLost: boolean) =>
  Object.assign(world.settings, { loseEvents: isLost });

interface Counts {
  readonly reports: number;
  readonly changes: number;
  readonly mails: number;
}

const mailsOf = (aws: GuardedWorld) => aws.readInbox().filter(({ kind }) => kind === 'notification');

const countSoFar = (aws: GuardedWorld): Counts => ({
  reports: aws.guard.reports.length,
  changes: aws.guard.changes.length,
  mails: mailsOf(aws).length,
});

const since = (aws: GuardedWorld, { reports, changes, mails }: Counts) => ({
  reports: aws.guard.reports.slice(reports),
  changes: aws.guard.changes.slice(changes),
  mails: mailsOf(aws).slice(mails),
});
