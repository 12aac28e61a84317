/** A policy, read and of the right form. */
export interface PolicyDocument {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Selection;
  /** Identity policies only. */
  readonly resources: Selection | undefined;
  /** Trust policies only: `Service`, `AWS` … to the names given. `*` alone stands for everybody. */
  readonly principals: ReadonlyMap<string, readonly string[]> | undefined;
  readonly conditions: readonly Condition[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Selection {
  readonly isNegated: boolean;
  readonly patterns: readonly string[];
}

/** One key of one operator: `StringEquals`, `aws:SourceAccount`, the values of which one must fit. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
