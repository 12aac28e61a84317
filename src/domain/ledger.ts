/**
 * What the guard remembers between passes: a help, never a gate. An adapter that cannot reach its table answers from
 * the memory of its own process, so nothing here throws.
 */
export interface Ledger {
  load<T>(kind: EntryKind, id: string): Promise<Entry<T> | undefined>;
  /**
   * Writes an entry if nobody else did since it was loaded.
   * @param expectedVersion the version it was loaded with; 0 when it did not exist
   * @returns false when somebody else wrote it
   */
  save<T>(kind: EntryKind, id: string, value: T, expectedVersion: number): Promise<boolean>;
  list<T>(kind: EntryKind): Promise<readonly (Entry<T> & { readonly id: string })[]>;
}

/**
 * `incident` by trail ARN: the one that is going on, and what is being put back. `episode` by incident id: all that is known of it.
 * `call` by event id: it was seen; `calls` by their kind: what of them is to be told. `attempts` by principal, `coverage` once.
 * `baseline` by trail ARN: the last approved version. `notice` by trail ARN: what
 * is told once and is no incident. `breaker` by trail ARN.
 * `life` by Region and name: what events told of a trail that nobody approved.
 * `change` by event id: a change by an approved principal, until it is settled. `window` by trail ARN.
 */
export type EntryKind =
  | 'incident'
  | 'episode'
  | 'call'
  | 'calls'
  | 'attempts'
  | 'coverage'
  | 'baseline'
  | 'notice'
  | 'breaker'
  | 'life'
  | 'change'
  | 'window';

export interface Entry<T> {
  readonly value: T;
  readonly version: number;
}
