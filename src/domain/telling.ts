import type { Entry, EntryKind } from './ledger.ts';
import { isMailed } from './mailing.ts';
import type { Ports } from './ports.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/** An entry whose message was not seen to leave within this time is sent again. */
const SENDING_TAKES_AT_MOST_MS = 60_000;

/** What the ledger keeps: a state, and the message about it while that is on its way. */
export interface Told<State> {
  readonly state: State;
  readonly outbox: { readonly report: Report; readonly at: number } | null;
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
  { ledger, alerts, clock }: Sending,
  settings: Settings,
  entry: { readonly kind: EntryKind; readonly id: string; readonly version: number },
  state: State,
  report: Report | null,
): Promise<Telling> {
  const mail = report && isMailed(report, settings) ? report : null;
  const outbox = mail && { report: mail, at: clock.now() };
  const isOurs = await ledger.save<Told<State>>(entry.kind, entry.id, { state, outbox }, entry.version);
  if (!isOurs) return { end: 'elsewhere', report };
  if (!mail) return { end: 'not-mailed', report };
  const reason = await reasonOfFailure(alerts.send(mail));
  if (reason !== null) return { end: 'failed', report: mail, reason };
  await ledger.save<Told<State>>(entry.kind, entry.id, { state, outbox: null }, entry.version + 1);
  return { end: 'told', report: mail };
}

const reasonOfFailure = (sending: Promise<void>): Promise<string | null> =>
  sending.then(
    () => null,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );

/** Sends what an earlier run left in an entry's outbox. Returns the entry as it is then. */
export async function sendLeftOver<State>(
  { ledger, alerts, clock }: Sending,
  kind: EntryKind,
  id: string,
  entry: Entry<Told<State>>,
): Promise<Entry<Told<State>>> {
  const { outbox, state } = entry.value;
  if (!outbox || clock.now() - outbox.at < SENDING_TAKES_AT_MOST_MS) return entry;
  if ((await reasonOfFailure(alerts.send(outbox.report))) !== null) return entry;
  const value = { state, outbox: null };
  const isSaved = await ledger.save(kind, id, value, entry.version);
  return isSaved ? { value, version: entry.version + 1 } : entry;
}
