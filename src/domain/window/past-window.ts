import type { Guard } from '../guard.ts';
import { asJsonObject } from '../json.ts';
import type { Windows } from './windows.ts';

/** What a maintenance window must say to cover a moment. */
interface Wanted {
  /** It names StopLogging. @default false */
  readonly coversStopLogging?: boolean;
}

/**
 * Whether a maintenance window of a trail was open at a moment that is over. It may be open still, and nobody was told of it yet, or closed
 * since, and the ledger has it.
 * @returns true, too, when it cannot be read which windows there are: that is not told as an attack
 */
export async function isInWindow(
  trailArn: string,
  at: number,
  windows: () => Promise<Windows>,
  { ports }: Pick<Guard, 'ports'>,
  { coversStopLogging = false }: Wanted = {},
): Promise<boolean> {
  const [{ open, isRead }, told] = await Promise.all([
    windows(),
    ports.ledger.load<unknown>('window', trailArn),
  ]);
  const ofTrail = open.filter(({ window }) => window.trailArn === trailArn);
  const all = [...ofTrail, asJsonObject(told?.value).state];
  return !isRead || all.some((one) => covers(one, at, coversStopLogging));
}

/** What the ledger says of a window may be anything. */
function covers(opened: unknown, at: number, mustNameStopLogging: boolean): boolean {
  const { openedAt, window } = asJsonObject(opened);
  const { coversStopLogging, until } = asJsonObject(window);
  const isBetween = Number(openedAt) <= at && at <= Date.parse(String(until));
  return isBetween && (coversStopLogging === true || !mustNameStopLogging);
}
