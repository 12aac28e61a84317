import { ProcessMemory } from '../../aws/process-memory.ts';
import type { Entry, EntryKind, Ledger } from '../../domain/ledger.ts';

/** What the guard remembers, for a pass that leaves no trace: writes are forgotten with it. */
export function makePassingLedger(
  remembered: readonly (Entry<unknown> & { readonly kind: EntryKind; readonly id: string })[],
): Ledger {
  const memory = new ProcessMemory();
  for (const { kind, id, ...entry } of remembered) memory.keep(kind, id, entry);
  return {
    load: async (kind, id) => memory.load(kind, id),
    async save(kind, id, value, expectedVersion) {
      if ((memory.load(kind, id)?.version ?? 0) !== expectedVersion) return false;
      memory.keep(kind, id, { value, version: expectedVersion + 1 });
      return true;
    },
    list: async (kind) => memory.list(kind),
  };
}
