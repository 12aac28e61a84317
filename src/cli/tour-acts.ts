import type { Attack } from '../local/run/attacks/attack.ts';
import { type GuardedWorld, openWorld } from '../local/run/attacks/open-world.ts';
import { makeReady, type Performance, perform } from '../local/run/attacks/perform.ts';
import { settle, sweep } from '../local/run/attacks/settle.ts';
import { judge, type Verdict } from '../local/run/attacks/verdict.ts';
import { techniquesOf } from './attack-techniques.ts';
import { runtimeSettings } from './embedded.ts';
import { labelled } from './layout.ts';
import { readTemplate } from './template-file.ts';
import { pc } from './terminal.ts';

/** After more of them in ten minutes the guard takes it for a fight over settings, and slows down. */
const ATTACKS_A_WORLD = 4;

/** What came of one attack. */
export interface Act extends Verdict {
  readonly attack: Attack;
  readonly performance: Performance;
  readonly isAsPromised: boolean;
}

type Show = (line: string) => void;

/**
 * Acts attacks out in a few worlds, which run at once because most of it is waiting, and shows them as if one came after the other.
 * They come back in the order in which they were shown.
 */
export async function playAll(attacks: readonly Attack[], show: Show): Promise<readonly Act[]> {
  const playing = groupByWorld(attacks).map((group) => {
    const lines = holdLines(show);
    const acts = playGroup(group, lines.show);
    // One may fail before it is its turn to be waited for.
    acts.catch(() => {});
    return { lines, acts };
  });
  const all: Act[] = [];
  for (const { lines, acts } of playing) {
    lines.release();
    all.push(...(await acts));
  }
  return all;
}

function groupByWorld(attacks: readonly Attack[]): readonly (readonly Attack[])[] {
  const groups = Map.groupBy(attacks, ({ needs = 'whole' }) => needs).values();
  return [...groups].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / ATTACKS_A_WORLD) }, (_, index) =>
      group.slice(index * ATTACKS_A_WORLD, (index + 1) * ATTACKS_A_WORLD),
    ),
  );
}

/** Keeps lines back until it is their turn. */
function holdLines(show: Show) {
  const held: string[] = [];
  let isHeld = true;
  return {
    show: (line: string): void => void (isHeld ? held.push(line) : show(line)),
    release(): void {
      isHeld = false;
      for (const line of held.splice(0)) show(line);
    },
  };
}

async function playGroup(attacks: readonly Attack[], show: Show): Promise<readonly Act[]> {
  const setting = attacks[0]?.needs ?? 'whole';
  const aws = await openWorld(setting, readTemplate(), runtimeSettings());
  try {
    const acts: Act[] = [];
    for (const attack of attacks) acts.push(await play(aws, attack, show));
    return acts;
  } finally {
    await aws.close();
  }
}

async function play(aws: GuardedWorld, attack: Attack, show: Show): Promise<Act> {
  show(`  ${pc.bold('mallory:')} ${attack.title.charAt(0).toLowerCase()}${attack.title.slice(1)}`);
  await makeReady(aws, attack.before);
  const performance = await perform(aws, attack, { isEventLost: false });
  const verdict = judge(attack, performance, techniquesOf(attack));
  for (const change of performance.changes) show(`      guard      ${change}`);
  for (const { subject } of performance.mails.slice(0, 1))
    for (const line of labelled('mail', subject, 6)) show(pc.dim(line));
  await performance.undo();
  // Two good reads in a row end the incident, so that the next one is told by itself.
  await sweep(aws);
  await sweep(aws);
  await settle(aws);
  const isRestored = attack.ends !== 'restored' || verdict.isRestored;
  return {
    attack,
    performance,
    ...verdict,
    isAsPromised: isRestored && verdict.isTold && !verdict.isDarkAndSilent,
  };
}
