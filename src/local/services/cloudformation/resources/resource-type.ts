import type { ResourceContext } from './resource-context.ts';
import type { Shape } from './shape/index.ts';

/** How CloudFormation makes, changes and deletes one type of resource by the API of its service. */
export interface ResourceType<P = unknown> {
  /** Such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** The properties it understands; others are refused by name. */
  readonly properties: Shape<P>;
  /** What `Fn::GetAtt` can ask for. */
  readonly attributes: readonly string[] | 'any';
  /** Properties whose change replaces the resource. Without `update`, that is any of them. */
  readonly createOnly?: readonly string[];
  /** The property that gives the real thing its name. */
  readonly nameProperty?: string;
  /** How its property `Tags` is written, if it has one: the stack's own tags are added there. */
  readonly tagging?: 'list' | 'map';
  /** Stacks with it need CAPABILITY_IAM, or with a name of its own CAPABILITY_NAMED_IAM. */
  readonly needsIamCapability?: boolean;
  create(properties: P, context: ResourceContext): Promise<Made>;
  update?(change: Change<P>, context: ResourceContext): Promise<Made>;
  delete(existing: Existing<P>, context: ResourceContext): Promise<void>;
}

export interface Made {
  /** What `Ref` gives. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface Existing<P> {
  readonly physicalId: string;
  readonly properties: P;
}

export interface Change<P> extends Existing<P> {
  readonly previous: P;
  /** The attributes it has had so far. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A resource type whose property names are checked against its shape. */
export const resourceType = <P>(
  definition: ResourceType<P> & {
    readonly createOnly?: readonly (keyof P & string)[];
    readonly nameProperty?: keyof P & string;
  },
): ResourceType => definition;
