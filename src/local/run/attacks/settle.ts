import { STACK_NAME } from '../prepare.ts';
import type { EmbeddedAws } from '../start.ts';
import { connect } from './connect.ts';

const LOOK_EVERY_MS = 20;
/** Counted in looks, not in time: on a busy machine time passes while what was begun still waits for its turn. */
const QUIET_LOOKS = 6;
const AT_MOST_MS = 60_000;

/** Waits until nothing moves any more: no function runs, and nobody calls. @throws Error when something never ends */
export async function settle(aws: EmbeddedAws): Promise<void> {
  let hasMoved = false;
  const moves: string[] = [];
  const watchers = MOVES.map((name) => {
    const move = () => {
      hasMoved = true;
      moves.push(name);
    };
    aws.world.on(name, move);
    return { name, move };
  });
  try {
    const giveUpAt = performance.now() + AT_MOST_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS; quiet = hasMoved || aws.countRunning() > 0 ? 0 : quiet + 1) {
      if (performance.now() > giveUpAt) {
        const last = moves.slice(-MOVES_SHOWN).join(', ') || 'nothing moves';
        throw new Error(
          `The embedded AWS does not come to rest: ${aws.countRunning()} functions run, ${moves.length} moves, the last ${last}`,
        );
      }
      hasMoved = false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    for (const { name, move } of watchers) aws.world.off(name, move);
  }
}

const MOVES_SHOWN = 5;
const MOVES = ['call', 'recorded', 'matched', 'invoked', 'returned', 'delivered'] as const;

/**
 * Runs the guard as its schedule does, and waits for its answer. No time passes: the next tick comes when it comes. A guard that is
 * gone or throttled sweeps nothing.
 */
export async function sweep(aws: EmbeddedAws): Promise<void> {
  const { cloudformation, lambda } = connect(aws, aws.operator);
  const guard = { StackName: STACK_NAME, LogicalResourceId: 'Function' };
  try {
    const { StackResourceDetail } = await cloudformation('DescribeStackResource', guard);
    const { PhysicalResourceId: FunctionName } = StackResourceDetail as {
      readonly PhysicalResourceId: string;
    };
    await lambda('Invoke', { FunctionName, Payload: Buffer.from('{}') });
  } catch (error) {
    if (!(error instanceof Error && CANNOT_RUN.has(error.name))) throw error;
  }
}

const CANNOT_RUN = new Set(['ValidationError', 'ResourceNotFoundException', 'TooManyRequestsException']);
