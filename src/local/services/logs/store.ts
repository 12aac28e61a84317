import type { LogGroupClass, Processor } from '@aws-sdk/client-cloudwatch-logs';
import type { World } from '../../endpoint/world.ts';
import type { MetricFilter } from './metric-filter.ts';
import type { SubscriptionFilter } from './subscription-filter.ts';

export interface LogEvent {
  readonly id: string;
  readonly timestamp: number;
  readonly ingestedAt: number;
  readonly message: string;
  /** ARN of the key it is encrypted with, if its group had one when it came. */
  readonly keyArn?: string | undefined;
}

export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  /** In the order of their timestamps. */
  readonly events: LogEvent[];
}

export interface LogGroup {
  readonly name: string;
  /** Without the `:*` that some answers end it with. */
  readonly arn: string;
  readonly createdAt: number;
  readonly logGroupClass: LogGroupClass;
  readonly streams: Map<string, LogStream>;
  readonly tags: Map<string, string>;
  /** Kept forever without it. */
  retentionInDays: number | undefined;
  isDeletionProtected: boolean;
  /** Encrypts what comes from now on. */
  keyArn: string | undefined;
  /** By name. */
  readonly metricFilters: Map<string, MetricFilter>;
  readonly subscriptionFilters: Map<string, SubscriptionFilter>;
  /** Undefined before there was one; without a document since it was deleted. */
  dataProtection: { readonly document?: string; readonly updatedAt: number } | undefined;
  transformer: Transformer | undefined;
}

interface Transformer {
  readonly processors: readonly Processor[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

const groups = { name: 'logs.groups', create: () => new Map<string, LogGroup>() };

export const groupsOf = (world: World, accountId: string, region: string): Map<string, LogGroup> =>
  world.store(groups, accountId, region);
