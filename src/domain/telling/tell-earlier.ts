import { asJsonObject } from '../json.ts';
import type { EntryKind } from '../ledger.ts';
import type { Ports } from '../ports.ts';
import type { Telling } from './telling.ts';

/** A sweep has a minute for everything; what it does not come to is the next one's. */
const SWEEP_HAS_MS = 5_000;

/**
 * Tells what earlier passes left to be told later. Whoever acts under a thousand names makes a thousand entries: no more of them is read
 * than what is due, and no sweep is kept by them.
 * @param isDue whether the state says that something is to be told
 */
export async function tellEarlier(
  kind: EntryKind,
  isDue: (state: unknown) => boolean,
  tellOne: (id: string) => Promise<readonly Telling[]>,
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<readonly Telling[]> {
  const begun = clock.now();
  const tellings: Telling[] = [];
  for (const { id, value } of await ledger.list<unknown>(kind)) {
    if (clock.now() - begun > SWEEP_HAS_MS) break;
    const { state, outbox } = asJsonObject(value);
    const isUnsent = Array.isArray(outbox) && outbox.length > 0;
    if (isUnsent || isDue(state)) tellings.push(...(await tellOne(id)));
  }
  return tellings;
}
