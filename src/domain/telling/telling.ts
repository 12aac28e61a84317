import type { EntryKind } from '../ledger.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings.ts';
import { type UntoldRestore, untoldIn } from '../untold-restore.ts';
import { isMailed } from './mailing.ts';
import type { Report } from './report.ts';

/** A message that was not seen to leave within this time is sent again. */
const SENDING_TAKES_AT_MOST_MS = 60_000;
/** Other runs may write an entry at the same time. */
const WRITING_ATTEMPTS = 5;
/** Unsent messages that an entry keeps. */
const KEPT_MESSAGES = 5;

/** What the ledger keeps: a state, and the messages about it while they are on their way. */
export interface Told<State> {
  readonly state: State;
  readonly outbox: readonly Outgoing[];
  /** Beside an incident: what runs began to put back and nobody has told yet. */
  readonly untold?: readonly UntoldRestore[];
}

interface Outgoing {
  readonly report: Report;
  readonly at: number;
}

/** Where an entry lies, and what was read of it; `version` 0 and no state when it did not exist. */
interface EntryRead<State> {
  readonly kind: EntryKind;
  readonly id: string;
  readonly version: number;
  readonly state: State | undefined;
  readonly outbox: readonly Outgoing[];
  readonly untold: readonly UntoldRestore[];
}

/**
 * How telling ended. `elsewhere`: another run wrote the entry first and tells it. `unheard`: nobody has confirmed a
 * subscription yet, so the message waits.
 */
export type Telling =
  | { readonly end: 'told' | 'not-mailed' | 'elsewhere' | 'unheard'; readonly report: Report | null }
  | { readonly end: 'failed'; readonly report: Report | null; readonly reason: string };

/** Whoever may write the table may have written anything. */
function isOutgoing(value: unknown): value is Outgoing {
  const { report, at } = (value ?? {}) as Partial<Outgoing>;
  return typeof at === 'number' && typeof report === 'object' && report !== null;
}

type Sending = Pick<Ports, 'ledger' | 'alerts' | 'clock'>;

/**
 * Writes a state down and sends the message about it, once: whoever writes first, sends. A crash in between leaves
 * the message in the outbox, and a later pass sends it.
 */
export async function tell<State>(
  sending: Sending,
  settings: Settings,
  entry: EntryRead<State>,
  state: State,
  report: Report | null,
): Promise<Telling> {
  const { kind, id, version, untold } = entry;
  const mail = report && isMailed(report, settings) ? { report, at: sending.clock.now() } : null;
  const outbox = mail ? keep([...entry.outbox, mail]) : entry.outbox;
  const told: Told<State> = { state, outbox, ...(untold.length > 0 && { untold }) };
  if (!(await sending.ledger.save(kind, id, told, version))) {
    return { end: 'elsewhere', report: mail?.report ?? null };
  }
  return mail ? send(sending, entry, mail) : { end: 'not-mailed', report };
}

/** The first says who did it, the last ones how it stands. */
const keep = (messages: readonly Outgoing[]): readonly Outgoing[] =>
  messages.length <= KEPT_MESSAGES
    ? messages
    : [...messages.slice(0, 1), ...messages.slice(1 - KEPT_MESSAGES)];

/**
 * Reads an entry, after sending what earlier runs left in its outbox.
 * @param isState whoever may write the table may write nonsense: that counts as nothing
 * @returns the entry, and what became of the messages that were left over
 */
export async function readEntry<State>(
  sending: Sending,
  kind: EntryKind,
  id: string,
  isState: (value: unknown) => value is State,
): Promise<{ readonly entry: EntryRead<State>; readonly leftOver: readonly Telling[] }> {
  const { ledger, clock } = sending;
  const load = async () => {
    const { value, version = 0 } = (await ledger.load<Partial<Told<unknown>>>(kind, id)) ?? {};
    const { state: stored, outbox: kept } = value ?? {};
    const state = isState(stored) ? stored : undefined;
    const outbox = Array.isArray(kept) ? kept.filter(isOutgoing) : [];
    return { kind, id, version, state, outbox, untold: untoldIn(value, clock.now()) };
  };
  const entry = await load();
  const stale = entry.outbox.filter(({ at }) => clock.now() - at >= SENDING_TAKES_AT_MOST_MS);
  const leftOver: Telling[] = [];
  for (const message of stale) leftOver.push(await send(sending, entry, message));
  return { entry: stale.length > 0 ? await load() : entry, leftOver };
}

/** Two runs at once may want to write one entry: the slower one looks again at what the faster one wrote. */
export async function untilOurs(
  sending: Sending,
  tryOnce: () => Promise<readonly Telling[]>,
): Promise<readonly Telling[]> {
  const all: Telling[] = [];
  for (let attempt = 0; attempt < WRITING_ATTEMPTS; attempt++) {
    const tellings = await tryOnce();
    all.push(...tellings.filter(({ end }) => end !== 'elsewhere'));
    const lost = tellings.find(({ end }) => end === 'elsewhere');
    if (!lost) return all;
    // A ledger that takes nothing gates nothing: a second message is better than none.
    if (attempt === WRITING_ATTEMPTS - 1 && lost.report)
      all.push(await sendWithoutEntry(sending, lost.report));
  }
  return all;
}

async function sendWithoutEntry({ alerts }: Sending, report: Report): Promise<Telling> {
  const sent = await settle(alerts.send(report));
  return 'reason' in sent ? { end: 'failed', report, ...sent } : { end: sent.end, report };
}

async function send(
  sending: Sending,
  entry: Pick<EntryRead<unknown>, 'kind' | 'id'>,
  { report, at }: Outgoing,
): Promise<Telling> {
  const telling = await sendWithoutEntry(sending, report);
  if (telling.end === 'told') await clearOutbox(sending, entry, at);
  return telling;
}

/** Takes a message that has left out of its entry, whatever else was written there meanwhile. */
async function clearOutbox(
  { ledger }: Sending,
  { kind, id }: Pick<EntryRead<unknown>, 'kind' | 'id'>,
  at: number,
): Promise<void> {
  for (let attempt = 0; attempt < WRITING_ATTEMPTS; attempt++) {
    const entry = await ledger.load<Told<unknown>>(kind, id);
    const kept = Array.isArray(entry?.value?.outbox) ? entry.value.outbox.filter(isOutgoing) : [];
    if (!entry || !kept.some((message) => message.at === at)) return;
    const outbox = kept.filter((message) => message.at !== at);
    if (await ledger.save(kind, id, { ...entry.value, outbox }, entry.version)) return;
  }
}

const settle = (sending: ReturnType<Ports['alerts']['send']>) =>
  sending.then(
    (heard) => ({ end: heard === 'nobody' ? ('unheard' as const) : ('told' as const) }),
    (error: unknown) => ({
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }),
  );
