import type { FinishedCall } from '../../src/local/endpoint/operation.ts';
import type { Attack } from '../../src/local/run/attacks/attack.ts';
import { connect } from '../../src/local/run/attacks/connect.ts';
import { openUnguarded } from '../../src/local/run/attacks/open-world.ts';
import { differences, readState } from '../../src/local/run/attacks/read-state.ts';
import { openScene } from '../../src/local/run/attacks/scene.ts';
import { settle } from '../../src/local/run/attacks/settle.ts';
import type { EmbeddedAws } from '../../src/local/run/start.ts';
import { deploySeed, SEED_ROLE } from './deploy-seed.ts';
import { SEEDS, type Seed } from './seeds.ts';

/** What a document's handler made of an attack whose event came. */
export interface SeedResult {
  readonly isRestored: boolean;
  /** A mail arrived, whatever it said. */
  readonly isTold: boolean;
}

/** By the attack's id, one result for each of the documents, in their order. */
export type SeedResults = ReadonlyMap<string, readonly SeedResult[]>;

/** Acts every attack out against each handler, each time in a world of its own. */
export async function runSeeds(attacks: readonly Attack[], atOnce: number): Promise<SeedResults> {
  const results = new Map(attacks.map(({ id }) => [id, [] as SeedResult[]]));
  const waiting = attacks.flatMap((attack) => SEEDS.map((seed) => ({ attack, seed })));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { attack, seed } = next;
      const own = results.get(attack.id);
      if (own) own[seed.number - 1] = await play(attack, seed);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

async function play(attack: Attack, seed: Seed): Promise<SeedResult> {
  const { aws } = await openUnguarded(attack.needs ?? 'whole');
  try {
    await deploySeed(aws, seed);
    return await playOn(aws, attack);
  } finally {
    await aws.close();
  }
}

async function playOn(aws: EmbeddedAws, attack: Attack): Promise<SeedResult> {
  const operator = connect(aws, aws.operator);
  await attack.before?.(await openScene(aws, aws.operator)).catch(ofTheGuard);
  await settle(aws);
  const scene = await openScene(aws, aws.attacker);
  const before = await readState(operator, scene);
  const mails = aws.readInbox().length;
  let isActedOn = false;
  aws.world.on('call', ({ service, operation, call, error }: FinishedCall) => {
    if (error || call.caller.role?.name !== SEED_ROLE) return;
    isActedOn ||= service === 'cloudtrail' && operation === 'StartLogging';
  });
  Object.assign(aws.world.settings, { loseEvents: attack.losesEvent === true });
  await attack.act(scene).catch(ofTheGuard);
  await settle(aws);
  const left = differences(before, await readState(operator, scene));
  return { isRestored: isActedOn && left.length === 0, isTold: aws.readInbox().length > mails };
}

/** A rule, a stack or a baseline that trailkeeper has and the handler has not: there is nothing to attack. */
const ofTheGuard = (error: unknown): undefined => void error;
