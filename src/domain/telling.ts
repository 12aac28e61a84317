import type { Entry, EntryKind } from './ledger.ts';
import { isMailed } from './mailing.ts';
import type { Ports } from './ports.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/** An entry whose message was not seen to leave within this time is sent again. */
const SENDING_TAKES_AT_MOST_MS = 60_000;
/** Other runs may write an entry at the same time. */
const WRITING_ATTEMPTS = 5;

/** What the ledger keeps: a state, and the message about it while that is on its way. */
export interface Told<State> {
  readonly state: State;
  readonly outbox: Outbox | null;
}

interface Outbox {
  readonly report: Report;
  readonly at: number;
}

/** Where an entry lies, and what was read of it; `version` 0 and no outbox when it did not exist. */
interface EntryRead {
  readonly kind: EntryKind;
  readonly id: string;
  readonly version: number;
  readonly outbox: Outbox | null;
}

/** How telling ended. `elsewhere`: another run wrote the entry first and tells it. */
export type Telling =
  | { readonly end: 'told' | 'not-mailed' | 'elsewhere'; readonly report: Report | null }
  | { readonly end: 'failed'; readonly report: Report; readonly reason: string };

type Sending = Pick<Ports, 'ledger' | 'alerts' | 'clock'>;

/**
 * Writes a state down and sends the message about it, once: whoever writes first, sends. A crash in between leaves
 * the message in the outbox, and the next pass sends it again.
 */
export async function tell<State>(
  sending: Sending,
  settings: Settings,
  entry: EntryRead,
  state: State,
  report: Report | null,
): Promise<Telling> {
  const { ledger, alerts, clock } = sending;
  const mail = report && isMailed(report, settings) ? report : null;
  // Without a message of its own, this writing must not lose the one another run is about to send.
  const outbox = mail ? { report: mail, at: clock.now() } : entry.outbox;
  const isOurs = await ledger.save<Told<State>>(entry.kind, entry.id, { state, outbox }, entry.version);
  if (!isOurs) return { end: 'elsewhere', report };
  if (!mail || !outbox) return { end: 'not-mailed', report };
  const reason = await reasonOfFailure(alerts.send(mail));
  if (reason !== null) return { end: 'failed', report: mail, reason };
  await clearOutbox(sending, entry, outbox);
  return { end: 'told', report: mail };
}

/** Sends what an earlier run left in an entry's outbox. */
async function sendLeftOver<State>(
  sending: Sending,
  kind: EntryKind,
  id: string,
  { value }: Entry<Told<State>>,
): Promise<void> {
  const { outbox } = value;
  if (!outbox || sending.clock.now() - outbox.at < SENDING_TAKES_AT_MOST_MS) return;
  if ((await reasonOfFailure(sending.alerts.send(outbox.report))) !== null) return;
  await clearOutbox(sending, { kind, id }, outbox);
}

/** Reads an entry, after sending what an earlier run left in its outbox. */
export async function readEntry<State>(
  sending: Sending,
  kind: EntryKind,
  id: string,
): Promise<EntryRead & { readonly state: State | undefined }> {
  const before = await sending.ledger.load<Told<State>>(kind, id);
  if (before?.value.outbox) await sendLeftOver(sending, kind, id, before);
  const entry = before?.value.outbox ? await sending.ledger.load<Told<State>>(kind, id) : before;
  const { state, outbox = null } = entry?.value ?? {};
  return { kind, id, version: entry?.version ?? 0, outbox, state };
}

/** Two runs at once may want to write one entry: the slower one looks again at what the faster one wrote. */
export async function untilOurs<T extends Telling | undefined>(tryOnce: () => Promise<T>): Promise<T> {
  let telling = await tryOnce();
  for (let attempt = 1; attempt < WRITING_ATTEMPTS && telling?.end === 'elsewhere'; attempt++) {
    telling = await tryOnce();
  }
  return telling;
}

/** Takes a message that has left out of its entry, whatever else was written there meanwhile. */
async function clearOutbox(
  { ledger }: Sending,
  { kind, id }: Pick<EntryRead, 'kind' | 'id'>,
  sent: Outbox,
): Promise<void> {
  for (let attempt = 0; attempt < WRITING_ATTEMPTS; attempt++) {
    const entry = await ledger.load<Told<unknown>>(kind, id);
    if (entry?.value.outbox?.at !== sent.at) return;
    const { state } = entry.value;
    if (await ledger.save(kind, id, { state, outbox: null }, entry.version)) return;
  }
}

const reasonOfFailure = (sending: Promise<void>): Promise<string | null> =>
  sending.then(
    () => null,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
