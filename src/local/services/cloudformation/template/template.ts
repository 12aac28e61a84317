/** A template as it was read: its sections are there and named as they must be; its functions are not evaluated. */
export interface Template {
  readonly description?: string;
  readonly metadata?: unknown;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly mappings: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly rules: ReadonlyMap<string, RuleDeclaration>;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

export interface ParameterDeclaration {
  readonly type: ParameterType;
  readonly description?: string;
  readonly default?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
  readonly constraintDescription?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  /** Its value is never shown. */
  readonly noEcho: boolean;
}

export const parameterTypes = [
  'String',
  'Number',
  'CommaDelimitedList',
  'List<String>',
  'List<Number>',
] as const;
export type ParameterType = (typeof parameterTypes)[number];

export interface RuleDeclaration {
  readonly condition?: unknown;
  readonly assertions: readonly { readonly assert: unknown; readonly description?: string }[];
}

export interface ResourceDeclaration {
  readonly type: string;
  readonly properties: unknown;
  readonly condition?: string;
  readonly dependsOn: readonly string[];
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: Exclude<DeletionPolicy, 'RetainExceptOnCreate'>;
}

/** What becomes of the real thing when its resource leaves the stack. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate';

export interface OutputDeclaration {
  readonly value: unknown;
  readonly description?: string;
  readonly condition?: string;
  readonly exportName?: unknown;
}
