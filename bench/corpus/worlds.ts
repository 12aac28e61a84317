import type { Attack, Setting } from '../../src/local/run/attacks/attack.ts';

/** How an attack is run: with its event, or with the event lost. */
export type Run = 'event' | 'lost';

/** Attacks that are acted out in one world, one after the other. */
export interface WorldPlan {
  readonly setting: Setting;
  readonly attacks: readonly Attack[];
  readonly runs: readonly Run[];
  /** Nothing was done with them in another world before. */
  readonly isFirst: boolean;
}

const BOTH: readonly Run[] = ['event', 'lost'];
const ATTACKS_PER_WORLD = 7;

/** As few worlds as can be: each takes seconds to make. */
export function planWorlds(attacks: readonly Attack[]): readonly WorldPlan[] {
  const alone = attacks.filter(({ takesWorld }) => takesWorld);
  const shared = Map.groupBy(
    attacks.filter(({ takesWorld }) => !takesWorld),
    ({ needs }) => needs ?? 'whole',
  );
  return [
    ...[...shared].flatMap(([setting, some]) =>
      dealOut(some).map((own) => ({ setting, attacks: own, runs: BOTH, isFirst: true })),
    ),
    ...alone.flatMap((attack) =>
      runsOf(attack).map((run, index) => ({
        setting: attack.needs ?? 'whole',
        attacks: [attack],
        runs: [run],
        isFirst: index === 0,
      })),
    ),
  ];
}

/** What has no event, or does not need one to be seen, goes the same way without. */
const runsOf = ({ seenBy }: Attack): readonly Run[] => (seenBy === 'state' ? ['lost'] : BOTH);

/** Like cards, so that neighbours of the catalogue, which touch the same thing, come into different worlds. */
function dealOut(attacks: readonly Attack[]): readonly (readonly Attack[])[] {
  const worlds = Math.ceil(attacks.length / ATTACKS_PER_WORLD);
  return Array.from({ length: worlds }, (_, world) => attacks.filter((_, index) => index % worlds === world));
}
