import type { Entry, EntryKind } from '../domain/ledger.ts';

const REMEMBERED_ENTRIES = 1_000;

/** The last entries that this process wrote: what is left of the ledger while its table cannot be reached. */
export class ProcessMemory {
  readonly #entries = new Map<string, Entry<unknown> & { readonly kind: EntryKind; readonly id: string }>();

  load<T>(kind: EntryKind, id: string): Entry<T> | undefined {
    return this.#entries.get(`${kind} ${id}`) as Entry<T> | undefined;
  }

  keep(kind: EntryKind, id: string, entry: Entry<unknown>): void {
    const oldest = this.#entries.size >= REMEMBERED_ENTRIES ? this.#entries.keys().next().value : undefined;
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(`${kind} ${id}`, { ...entry, kind, id });
  }

  forget(kind: EntryKind, id: string): void {
    this.#entries.delete(`${kind} ${id}`);
  }

  list<T>(kind: EntryKind): readonly (Entry<T> & { readonly id: string })[] {
    const own = [...this.#entries.values()].filter((entry) => entry.kind === kind);
    return own.map(({ id, value, version }) => ({ id, value: value as T, version }));
  }
}
