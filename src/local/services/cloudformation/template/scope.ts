/** What the names in a template mean while it is evaluated. */
export interface Scope {
  /** Values of parameters and of pseudo parameters (`AWS::Region` …). */
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly mappings: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, boolean>;
  /** The resources there are by now. */
  readonly resources: ReadonlyMap<string, ResourceState>;
  /** Resources that are not made, because their condition is false. */
  readonly leftOut: ReadonlySet<string>;
}

export type ParameterValue = string | readonly string[];

export interface ResourceState {
  /** What `Ref` gives. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: ReadonlyMap<string, unknown>;
}

/** The value of `AWS::NoValue`: the property or list element that has it is as if it were not written. */
export const noValue = Symbol('AWS::NoValue');

/** A value that depends on a resource that does not exist yet. */
export const unresolved = Symbol('known after the resource is made');

export function hasUnresolved(value: unknown): boolean {
  if (value === unresolved) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnresolved);
}
