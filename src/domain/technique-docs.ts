/** What people read about a technique. Only the generated pages know it: none of it is in the function. */
export interface TechniqueDocs {
  /** Starts with a verb, from the attacker's side. */
  readonly title: string;
  /** ATT&CK ids. The area was renumbered: T1562.008 and T1685.002 are the same technique, and both are in use. */
  readonly attack: readonly string[];
  readonly effect: string;
  readonly dataLost: string;
  /** Who does the same with good intent, and what a record can therefore not show. */
  readonly benignTwins: string;
  /** What a person must do. */
  readonly whatToDo: string;
  /** How it is seen, as a sentence, where neither a call nor a difference in the state names it. */
  readonly seenOtherwise?: string;
  /** Tests of what the guard does about it beside those of its cases, as `file > title`. */
  readonly provenBy?: readonly string[];
  /** Commands of the aws CLI that put it back; `<…>` is to be filled in. */
  readonly undo: readonly string[];
  /** Addresses. */
  readonly references: readonly string[];
}
