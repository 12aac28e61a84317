import { isApprovedPrincipal } from '../baseline/approved-principal.ts';
import type { Guard } from '../guard.ts';
import { isJsonObject } from '../json.ts';
import { type Part, readPart } from '../snapshot.ts';
import type { MaintenanceWindow } from './window.ts';

/** Where people open maintenance windows. */
export interface WindowStore {
  /** Every window that is written down, whatever it is worth. */
  list(): Promise<readonly StoredWindow[]>;
}

export interface StoredWindow {
  /** As it was written, parsed; nothing of it can be relied on. */
  readonly content: unknown;
  /** The ARN of who wrote it, as AWS tells it. */
  readonly writer: Part<string>;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
}

/** A window that counts now. */
export interface OpenWindow {
  readonly window: MaintenanceWindow;
  readonly by: string;
  readonly openedAt: number;
}

/** A window that was written and does not count. */
export interface RefusedWindow {
  readonly trailArn: string;
  readonly why: string;
  readonly by: string | null;
  readonly openedAt: number;
}

export interface Windows {
  readonly open: readonly OpenWindow[];
  readonly refused: readonly RefusedWindow[];
  /** False when the store did not answer: then no window counts. */
  readonly isRead: boolean;
}

/** Longer than this nobody may leave a trail unguarded. */
const OPEN_AT_MOST_MS = 4 * 3_600_000;

/** The windows that count now. One that cannot be read does not. */
export async function readWindows({ ports, settings }: Pick<Guard, 'ports' | 'settings'>): Promise<Windows> {
  const stored = await readPart(() => ports.windows.list());
  if (!stored.read) return { open: [], refused: [], isRead: false };
  const now = ports.clock.now();
  const judged = stored.value.flatMap((one) => judgeWindow(one, now, settings.approvedPrincipals) ?? []);
  return {
    open: judged.filter((window): window is OpenWindow => 'window' in window),
    refused: oneOfEach(judged.filter((window): window is RefusedWindow => 'why' in window)),
    isRead: true,
  };
}

/** Of several for one trail the first counts: more of them are no more news. */
const oneOfEach = (refused: readonly RefusedWindow[]): readonly RefusedWindow[] =>
  [...Map.groupBy(refused, ({ trailArn }) => trailArn).values()].flatMap(
    (same) => same.toSorted((one, other) => one.openedAt - other.openedAt)[0] ?? [],
  );

/** Null for one that is over. */
export function judgeWindow(
  { content, writer, at }: StoredWindow,
  now: number,
  approved: readonly string[],
): OpenWindow | RefusedWindow | null {
  const window = readWindow(content);
  const by = writer.read ? writer.value : null;
  const refuse = (why: string): RefusedWindow => ({
    trailArn: window?.trailArn ?? '',
    why,
    by,
    openedAt: at,
  });
  if (!window) return refuse('it is no window of this form');
  const until = Date.parse(window.until);
  if (until <= now) return null;
  if (!writer.read) return refuse(`who opened it is not known: ${writer.reason}`);
  if (!isApprovedPrincipal(writer.value, approved)) return refuse('who opened it is no approved principal');
  if (until > at + OPEN_AT_MOST_MS) return refuse('it is open for more than four hours');
  return { window, by: writer.value, openedAt: at };
}

function readWindow(content: unknown): MaintenanceWindow | undefined {
  if (!isJsonObject(content)) return;
  const { schema, trailArn, until, reason, coversStopLogging } = content;
  const isRight =
    schema === 'trailkeeper.window/1' &&
    typeof trailArn === 'string' &&
    typeof until === 'string' &&
    !Number.isNaN(Date.parse(until)) &&
    typeof reason === 'string' &&
    reason.trim() !== '' &&
    typeof coversStopLogging === 'boolean';
  return isRight ? (content as unknown as MaintenanceWindow) : undefined;
}
