import type { World } from '../../endpoint/world.ts';

interface Replay {
  readonly name: string;
  readonly arn: string;
  readonly archiveArn: string;
  readonly busArn: string;
  readonly from: number;
  readonly to: number;
  readonly startedAt: number;
}

const replays = { name: 'events.replays', create: () => new Map<string, Replay>() };

export const replaysIn = (world: World, accountId: string, region: string): Map<string, Replay> =>
  world.store(replays, accountId, region);
