import type {
  Capability,
  ChangeSetStatus,
  ExecutionStatus,
  ResourceStatus,
  StackStatus,
  Tag,
} from '@aws-sdk/client-cloudformation';
import type { Call } from '../../endpoint/operation.ts';
import type { Store } from '../../endpoint/world.ts';
import type { PlannedChange } from './deployment/planned-change.ts';
import type { ResourceState } from './template/scope.ts';
import type { DeletionPolicy, Template } from './template/template.ts';

/** What somebody asked a stack to be. */
export interface StackDefinition {
  readonly templateBody: string;
  readonly template: Template;
  /** Values as texts, also of those that are not to be shown. */
  readonly parameterTexts: ReadonlyMap<string, string>;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly Capability[];
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  status: StackStatus;
  statusReason?: string;
  /** What it is, or while it is created, what it shall be. */
  definition: StackDefinition;
  outputs: readonly StackOutput[];
  readonly resources: Map<string, StackResource>;
  /** Oldest first. */
  readonly events: StackEvent[];
  /** By id. */
  readonly changeSets: Map<string, ChangeSet>;
  hasTerminationProtection: boolean;
  onFailure: OnFailure;
  /** What the last request called itself. */
  clientRequestToken: string | undefined;
  /** Ends when what is being done to the stack is done. Never rejects. */
  work: Promise<void>;
  /** Somebody deletes the stack while it is created. */
  isCancelled: boolean;
}

export type OnFailure = 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';

/** A resource of a stack: what was asked for, and what there is. */
export interface StackResource extends ResourceState {
  readonly logicalId: string;
  readonly type: string;
  /** '' until there is something real. */
  physicalId: string;
  attributes: ReadonlyMap<string, unknown>;
  /** Evaluated and read by the resource type. */
  properties: unknown;
  dependencies: ReadonlySet<string>;
  deletionPolicy: DeletionPolicy;
  updateReplacePolicy: DeletionPolicy;
  status: ResourceStatus;
  statusReason: string | undefined;
  changedAt: number;
}

interface StackEvent {
  readonly id: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: ResourceStatus;
  readonly reason: string | undefined;
  readonly token: string | undefined;
  readonly at: number;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly exportName: string | undefined;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly definition: StackDefinition;
  readonly changes: readonly PlannedChange[];
  readonly onFailure: OnFailure;
  readonly status: ChangeSetStatus;
  readonly statusReason: string | undefined;
  executionStatus: ExecutionStatus;
}

/** By id, oldest first; also those that were deleted. */
const stacks: Store<Map<string, Stack>> = { name: 'cloudformation stacks', create: () => new Map() };

export const stacksIn = ({ world, accountId, region }: Call): Map<string, Stack> =>
  world.store(stacks, accountId, region);
