/**
 * One statement of an IAM policy, in IAM's own spelling. A template writes actions and resources in forms of its own:
 * `A` and `R`.
 */
export interface Statement<R = string | readonly string[], A = string> {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly A[];
  readonly Resource: R;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Each action once, in one order, so that generated text moves only when what it says does. */
export const sortedActions = (actions: Iterable<string>): readonly string[] => [...new Set(actions)].sort();
