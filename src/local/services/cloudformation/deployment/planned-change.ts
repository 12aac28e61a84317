/** One change to a resource, as a change set shows it. */
export interface PlannedChange extends Comparison {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string | undefined;
}

export interface Comparison {
  readonly changedProperties: readonly PropertyChange[];
  /** Whether a new resource takes the place of the old one. `Conditional`: that depends on a value not known yet. */
  readonly replacement: 'True' | 'False' | 'Conditional';
}

export interface PropertyChange {
  readonly name: string;
  readonly requiresRecreation: 'Never' | 'Always' | 'Conditionally';
  /** False when its new value depends on a resource that is not made yet. */
  readonly isKnown: boolean;
}
