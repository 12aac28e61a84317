import type { Attack } from '../local/run/attacks/attack.ts';
import { ATTACKS } from '../local/run/attacks/index.ts';
import { hindranceOf } from '../local/run/running-attacks.ts';
import { UsageError } from './exit-codes.ts';
import { layColumns } from './layout.ts';

const [RUNNING, OWN_WORLD] = [ATTACKS.filter((one) => !hindranceOf(one)), ATTACKS.filter(hindranceOf)];

const table = (attacks: readonly Attack[]): readonly string[] =>
  layColumns(attacks.map(({ name, id, title }) => [name, id, title]));

/** Every attack, one a line: first those for a world that `local` keeps running. */
export const attackList = (): readonly string[] => [
  ...table(RUNNING),
  '',
  'In a world of their own: trailkeeper demo --scenario NAME',
  '',
  ...table(OWN_WORLD),
];

/** @throws UsageError with the nearest names, and where all of them are */
export function findAttack(name: string, listedBy: string): Attack {
  const attack = ATTACKS.find((one) => one.name === name || one.id === name.toUpperCase());
  if (attack) return attack;
  const near = nearestNames(name);
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new UsageError(`There is no attack ${JSON.stringify(name)}.${meant} All of them: ${listedBy}`);
}

const CLOSE = 0.45;

/** At most three names that look much alike, the likest first. */
function nearestNames(name: string): readonly string[] {
  const asked = pairsOf(name.toLowerCase());
  const ranked = ATTACKS.map((attack) => ({
    name: attack.name,
    likeness: likeness(asked, pairsOf(attack.name)),
  }));
  return ranked
    .filter((one) => one.likeness >= CLOSE)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, 3)
    .map((one) => one.name);
}

/** Two letters at a time: a letter too many or two in the wrong order change little. */
const pairsOf = (text: string): ReadonlySet<string> =>
  new Set([...text].map((letter, index) => `${text[index - 1] ?? ' '}${letter}`));

/** Dice's coefficient, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
